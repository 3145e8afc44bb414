/** A small deterministic model behind OpenAI's chat completions API. */
@NullMarked
package app.tdah.devstack.simulator.openai;

import org.jspecify.annotations.NullMarked;
