package app.tdah.chat.assistant.model.local;

import app.tdah.chat.language.Language;
import java.util.Locale;

/** What the local model says, in one language; {@code %s} are filled in. */
record Phrases(
    Locale locale,
    String timePattern,
    String datePattern,
    String today,
    String tomorrow,
    String onDay,
    String at,
    String added,
    String reminded,
    String next,
    String minutes,
    String nothingNext,
    String tasks,
    String noTasks,
    String reminders,
    String noReminders,
    String freeDay,
    String wholeDay,
    String greeting,
    String thanks,
    String identity,
    String help,
    String when,
    String failed) {

  private static final Phrases ENGLISH =
      new Phrases(
          Locale.ENGLISH,
          "h:mm a",
          "EEEE, MMMM d",
          "today",
          "tomorrow",
          "on %s",
          "%s at %s",
          "Got it: %s.",
          "I will remind you: %s. It is in your tasks too.",
          "Next: %s. %s",
          "About %s minutes.",
          "Nothing is waiting for you. Enjoy it, or tell me what is on your mind.",
          "This is open; one at a time is enough:",
          "You have no open tasks. Tell me what is on your mind.",
          "I will remind you of:",
          "There are no reminders. Say: remind me to stretch at 4 pm.",
          "Nothing is planned %s.",
          "all day",
          "Hi! What is on your mind? Tell me a task, or ask: what's next?",
          "You are welcome. One step at a time.",
          "I am your assistant with its built-in local model: rules, not a large language model, so nothing leaves"
              + " this system. I know tasks, reminders and your calendar, in English, Spanish and Portuguese.",
          "You can say: buy milk tomorrow · remind me to call mom tomorrow at 5 pm · what's next? ·"
              + " what do I have tomorrow? · done with the milk · my tasks · my reminders.",
          "When shall I remind you: %s? Say it with the time, for example: remind me to %s tomorrow at 9 am.",
          "That did not work. Nothing was changed; please say it in another way.");

  private static final Phrases SPANISH =
      new Phrases(
          Locale.forLanguageTag("es"),
          "H:mm",
          "EEEE d 'de' MMMM",
          "hoy",
          "mañana",
          "el %s",
          "%s a las %s",
          "Anotado: %s.",
          "Te lo recordaré: %s. También está en tus tareas.",
          "Lo siguiente: %s. %s",
          "Unos %s minutos.",
          "No hay nada pendiente. Disfrútalo, o dime qué tienes en mente.",
          "Esto está abierto; una cosa a la vez basta:",
          "No tienes tareas abiertas. Dime qué tienes en mente.",
          "Te recordaré:",
          "No hay recordatorios. Di: recuérdame estirarme a las 16:00.",
          "No hay nada previsto %s.",
          "todo el día",
          "¡Hola! ¿Qué tienes en mente? Dime una tarea o pregunta: ¿qué sigue?",
          "De nada. Un paso a la vez.",
          "Soy tu asistente con su modelo local: reglas, no un gran modelo de lenguaje, así que nada sale de este"
              + " sistema. Sé de tareas, recordatorios y tu calendario, en español, inglés y portugués.",
          "Puedes decir: comprar leche mañana · recuérdame llamar a mamá mañana a las 17:00 · ¿qué sigue? ·"
              + " ¿qué tengo mañana? · listo la leche · mis tareas · mis recordatorios.",
          "¿Cuándo te lo recuerdo: %s? Dilo con la hora, por ejemplo: recuérdame %s mañana a las 9.",
          "Eso no funcionó. No se cambió nada; dilo de otra manera, por favor.");

  private static final Phrases PORTUGUESE =
      new Phrases(
          Locale.forLanguageTag("pt"),
          "H:mm",
          "EEEE, d 'de' MMMM",
          "hoje",
          "amanhã",
          "em %s",
          "%s às %s",
          "Anotado: %s.",
          "Vou lembrar você: %s. Também está nas suas tarefas.",
          "A próxima: %s. %s",
          "Uns %s minutos.",
          "Não há nada pendente. Aproveite, ou me diga o que tem em mente.",
          "Isto está aberto; uma coisa de cada vez basta:",
          "Você não tem tarefas abertas. Me diga o que tem em mente.",
          "Vou lembrar você de:",
          "Não há lembretes. Diga: me lembre de alongar às 16:00.",
          "Não há nada previsto %s.",
          "o dia todo",
          "Oi! O que você tem em mente? Diga uma tarefa ou pergunte: o que faço agora?",
          "De nada. Um passo de cada vez.",
          "Sou seu assistente com o modelo local: regras, não um grande modelo de linguagem, então nada sai deste"
              + " sistema. Entendo de tarefas, lembretes e da sua agenda, em português, inglês e espanhol.",
          "Você pode dizer: comprar leite amanhã · me lembre de ligar para a mãe amanhã às 17:00 ·"
              + " o que faço agora? · o que tenho amanhã? · terminei o leite · minhas tarefas · meus lembretes.",
          "Quando devo lembrar você: %s? Diga com a hora, por exemplo: me lembre de %s amanhã às 9.",
          "Isso não funcionou. Nada mudou; diga de outro jeito, por favor.");

  static Phrases of(Language language) {
    return switch (language) {
      case EN -> ENGLISH;
      case ES -> SPANISH;
      case PT -> PORTUGUESE;
    };
  }
}
