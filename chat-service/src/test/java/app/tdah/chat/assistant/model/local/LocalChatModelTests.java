package app.tdah.chat.assistant.model.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.assistant.tools.ToolScope;
import app.tdah.chat.language.Language;
import io.micrometer.observation.ObservationRegistry;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import tools.jackson.databind.json.JsonMapper;

/** The model as Spring AI calls it: which tools it asks for, and how it words their results. */
class LocalChatModelTests {

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 25, 10, 0, 0, 0, ZoneId.of("America/Sao_Paulo"));

  private final LocalChatModel model =
      new LocalChatModel(JsonMapper.builder().build(), ObservationRegistry.NOOP);

  @Test
  void callsSeveralToolsForOneMessage() {
    AssistantMessage answer =
        answer(
            List.of("add_task", "create_reminder"),
            new UserMessage("buy milk, call Ana at 5 and remind me to stretch every hour"));
    assertThat(answer.getToolCalls())
        .extracting(AssistantMessage.ToolCall::name)
        .containsExactly("add_task", "add_task", "create_reminder");
    assertThat(answer.getToolCalls().getLast().arguments()).contains("FREQ=HOURLY");
  }

  @Test
  void callsOnlyWhatIsOffered() {
    AssistantMessage answer =
        answer(
            List.of("add_task", "undo"),
            new UserMessage("send an email to Ana saying I'll be late"));
    assertThat(answer.getToolCalls()).isEmpty();
    assertThat(answer.getText())
        .startsWith("I can't do that without a language model.")
        .contains("buy milk", "taking back")
        .doesNotContain("Tom");
  }

  @Test
  void asksNothingAboutWhatItCannotDo() {
    AssistantMessage answer = answer(List.of("add_task"), new UserMessage("remind me to breathe"));
    assertThat(answer.getText()).startsWith("I can't do that without a language model.");
  }

  @Test
  void doesWhatItCanAndSaysWhatItCannot() {
    List<Message> said = new ArrayList<>();
    said.add(new UserMessage("buy bread and plan my day"));
    AssistantMessage calls = answer(List.of("add_task"), said.toArray(Message[]::new));
    assertThat(calls.getToolCalls()).hasSize(1);
    said.add(calls);
    said.add(response("add_task", "{\"task\":{\"title\":\"buy bread\",\"status\":\"OPEN\"}}"));
    assertThat(answer(List.of("add_task"), said.toArray(Message[]::new)).getText())
        .contains("Got it: buy bread.", "I can't do that without a language model.");
  }

  @Test
  void asksForWhatIsMissingAndTakesTheAnswer() {
    List<Message> said = new ArrayList<>();
    said.add(new UserMessage("me lembra de ligar para a mãe"));
    AssistantMessage question = answer(List.of("create_reminder"), said.toArray(Message[]::new));
    assertThat(question.getText()).startsWith("Quando devo lembrar você");
    said.add(question);
    said.add(new UserMessage("amanhã às 11"));
    assertThat(answer(List.of("create_reminder"), said.toArray(Message[]::new)).getToolCalls())
        .singleElement()
        .satisfies(call ->
            assertThat(call.arguments()).contains("ligar para a mãe", "2026-11-26T14:00:00Z"));
  }

  @Test
  void knowsTheSecondOneOfItsOwnList() {
    List<Message> said = new ArrayList<>();
    said.add(new UserMessage("my tasks"));
    said.add(new AssistantMessage("This is open:\n- buy milk, tomorrow\n- call Ana, today"));
    said.add(new UserMessage("the second one is done"));
    assertThat(answer(List.of("complete_task"), said.toArray(Message[]::new)).getToolCalls())
        .singleElement()
        .satisfies(call -> assertThat(call.arguments()).isEqualTo("{\"title\":\"call Ana\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "done with milk|complete_task|{'task':{'title':'buy milk','status':'DONE'}}|Done: buy milk. Well done!",
        "borra la leche|delete_task|{'task':{'title':'comprar leche'}}|Borrada: comprar leche. Di deshacer para recuperarla.",
        "desfaz isso|undo|{'title':'comprar leite','kind':'DELETE'}|Desfeito: comprar leite.",
        "undo|undo|{'operation':'COMPLETED','titles':['buy milk','call Ana'],'tasks':[]}|Undone: buy milk, call Ana.",
        "plan my day|plan_day|{'date':'2026-11-25','blocks':[{'task':{'title':'essay','dueDate':'2026-11-27'},'from':'2026-11-25T14:00:00','until':'2026-11-25T15:00:00','accepted':false}],'freeMinutes':60}|Your day, with room to breathe: / - essay, today at 2 pm / Shall it be like this?",
        "wind down|wind_down|{'done':[],'carriesOver':[],'tomorrow':{'title':'essay'},'why':null}|The day is closed. Rest well. / One thing for tomorrow: essay.",
        "break down the essay|break_down|{'task':{'title':'essay'},'steps':[]}|essay is small enough. Just begin.",
        "create a morning routine: shower, coffee|create_routine|{'name':'morning','days':['MO'],'time':null,'steps':[{'title':'shower','doneToday':false}],'strength':0.0,'today':true}|Routine saved: morning.",
        "undo|undo|{'error':'nothing'}|There is nothing to undo.",
        "move the essay to friday|update_task|{'task':{'title':'essay','dueDate':'2026-11-27'}}|Changed: essay, on Friday, November 27.",
        "break down the essay|break_down|{'task':{'title':'essay'},'steps':[{'title':'open the file','estimateMinutes':2},{'title':'write a line'}]}|One step at a time: / - open the file (2 min) / - write a line",
        "mis rutinas|list_routines|{'routines':[]}|Aún no hay rutinas. Di: crea una rutina de mañana: ducha, café, pastillas.",
        "my routines|list_routines|{'routines':[{'name':'morning','steps':['shower']}]}|Your routines: / - morning",
        "planeja meu dia|plan_day|{'items':[{'title':'redação','startAt':'2026-11-25T14:00:00','minutes':30}]}|Seu dia, com espaço para respirar: / - redação, hoje às 14:00 (30 min)",
        "focus for 25 minutes|start_focus|{'status':'RUNNING','endsAt':'2026-11-25T10:25:00'}|Focus begins, until 10:25 am. I keep the time.",
        "stop the focus session|stop_focus|{'status':'DONE','actualMinutes':20}|The session is over after 20 minutes. Well done.",
        "stop the focus session|stop_focus|{'error':'No focus session runs.'}|No focus session is running. Say: focus for 25 minutes.",
        "focus status|focus_status|{'status':'NONE'}|No focus session is running. Say: focus for 25 minutes.",
        "snooze 10 minutes|snooze_reminder|{'text':'stretch','dueAt':'2026-11-25T10:10:00'}|I will remind you again: stretch, today at 10:10 am.",
        "cancela el recordatorio de estirar|cancel_reminder|{'error':'none'}|No encontré un recordatorio así. Di: mis recordatorios, para verlos.",
        "remember that I like tea|remember|{'fact':'I like tea'}|I will remember: I like tea.",
        "what do you know about me|list_memories|{'memories':[{'fact':'I like tea'}]}|This is what I know about you: / - I like tea",
        "what did I say about tea|search_messages|{'messages':[]}|I found nothing like that in your conversations.",
        "send an email to Ana saying hi|send_email|{'approvalId':'1','status':'PENDING','subject':'hi'}|I need your OK before I do this: hi. Yes or no?",
        "what's my budget|usage|{'today':{'cost':0.12},'month':{'cost':1.50,'limit':10}}|Used today: 0.12. Used this month: 1.5 of 10.",
        "not today|not_today|{}|Fine, not today. It comes back another day, nothing is lost."
      })
  void wordsResults(String question, String tool, String result, String words) {
    AssistantMessage answer =
        answer(
            List.of(tool),
            new UserMessage(question),
            AssistantMessage.builder().content("").build(),
            response(tool, result.replace('\'', '"')));
    assertThat(answer.getText()).isEqualTo(words.replace(" / ", "\n"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageSaysTheSameThings(Language language) {
    assertThat(Sayings.of(language).names()).isEqualTo(Sayings.of(Language.EN).names());
  }

  private static ToolResponseMessage response(String tool, String json) {
    return ToolResponseMessage.builder()
        .responses(List.of(new ToolResponseMessage.ToolResponse("call_1", tool, json)))
        .build();
  }

  private AssistantMessage answer(List<String> tools, Message... said) {
    ToolScope scope = new ToolScope(UUID.randomUUID(), "CHAT", NOW, Locale.ENGLISH);
    ToolCallingChatOptions options =
        ToolCallingChatOptions.builder()
            .toolCallbacks(tools.stream().map(LocalChatModelTests::tool).toList())
            .toolContext(scope.asContext())
            .build();
    return model.call(new Prompt(Arrays.asList(said), options)).getResults().getFirst().getOutput();
  }

  private static ToolCallback tool(String name) {
    ToolDefinition definition =
        ToolDefinition.builder().name(name).description(name).inputSchema("{}").build();
    return new ToolCallback() {
      @Override
      public ToolDefinition getToolDefinition() {
        return definition;
      }

      @Override
      public String call(String input) {
        throw new AssertionError("the model calls no tool itself");
      }
    };
  }
}
