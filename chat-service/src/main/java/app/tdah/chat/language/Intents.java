package app.tdah.chat.language;

import java.util.Map;
import java.util.regex.Pattern;

/** How each intent begins, in one language; patterns over folded text. */
record Intents(
    Pattern remind,
    Pattern add,
    Pattern next,
    Pattern listTasks,
    Pattern listReminders,
    Pattern done,
    Pattern agenda,
    Pattern greeting,
    Pattern thanks,
    Pattern identity,
    Pattern help,
    String and) {

  private static final Map<Language, Intents> ALL =
      Map.of(
          Language.EN,
          new Intents(
              begins(
                  "(?:please |can you |could you )?(?:remind me|set (?:a |me a )?reminder|don't let me forget)(?: (?:to|about|of|that|for))?"),
              begins(
                  "(?:please |can you )?(?:add|create|capture|note|put|new)(?: (?:a |the )?(?:new )?(?:task|todo|to-do)s?(?: (?:to|for|called))?)?:?"
                      + "|i (?:need|have|want|ought|must)(?: got)? to|i'?ve got to|i must|i should|i gotta|todo:?|task:"),
              whole(
                  "(?:so )?(?:what(?:'?s| is| should i do)?(?: up)?(?: do i do)? (?:next|now|first)|what do i have to do(?: now)?|what now|what should i (?:do|start with|work on)(?: (?:next|now|first|today))?|next(?: task)?|where do i start|i'm stuck|what next|give me (?:a|one|the next) task)"),
              whole(
                  "(?:show|list|what are|what's on|tell me)? ?(?:me )?(?:all )?(?:of )?(?:my )?(?:open )?(?:tasks|todos|to-dos|to-do list|todo list|task list|list)"),
              whole(
                  "(?:show|list|what are|which)? ?(?:me )?(?:all )?(?:my )?(?:pending )?reminders(?: do i have)?"),
              begins(
                  "(?:i(?:'?m|'?ve| am)? )?(?:have |just |already )?(?:done with|done|finished|completed|did|complete|finish|check off|mark(?: as)?(?: done)?)"),
              anywhere(
                  "what(?:'s| is| do i have| have i got| does my| are my)?.*(?:on my calendar|calendar|schedule|agenda|appointments|meetings|do i have|have i got|my day)"
                      + "|(?:show|tell) me (?:my )?(?:calendar|schedule|agenda|day)|do i have (?:anything|something|any)|any (?:meetings|events|appointments|plans)|am i (?:free|busy)|my (?:agenda|schedule|calendar)"),
              whole(
                  "(?:hi|hello|hey|good (?:morning|afternoon|evening)|(?:hey|hi|hello) there|yo)"),
              whole(
                  "(?:thanks|thank you|thx|cheers|ty|great|cool|perfect|awesome)(?: (?:a lot|so much|very much))?"),
              anywhere(
                  "who are you|what are you|are you (?:a |an )?(?:human|robot|bot|ai|real|person|chatgpt|gpt)|what model"),
              whole("help|what can you do|how does this work|what can i (?:say|ask)|commands?"),
              "and"),
          Language.ES,
          new Intents(
              begins(
                  "(?:por favor |puedes |podrias )?(?:recuerdame|recordarme|recuerda|hazme acordar|haceme acordar|acuerdame|ponme un recordatorio|no me dejes olvidar|avisame)(?: (?:que tengo que|que|de|para|sobre))?"),
              begins(
                  "(?:por favor )?(?:anade|anadir|agrega|agregar|anota|anotar|apunta|apuntar|crea|crear|nueva)(?: (?:una |la )?(?:nueva )?tarea(?: (?:de|para))?)?:?|tengo que|debo|necesito|hay que|tarea:"),
              whole(
                  "(?:que (?:tengo que hacer|sigue|hago ahora|hago|toca(?: ahora)?|tengo que hacer ahora|viene ahora|deberia hacer(?: ahora)?)(?: ahora)?|y ahora(?: que)?|(?:la )?siguiente(?: tarea)?|por donde empiezo|(?:cual es )?(?:mi|la) (?:proxima|siguiente) tarea|estoy (?:atascado|atascada)|dame una tarea)"),
              whole(
                  "(?:muestrame|muestra|lista|listame|dime|ver|cuales son|que)? ?(?:todas )?(?:mis|las)? ?(?:tareas|pendientes|lista de tareas)(?: (?:tengo|pendientes|abiertas))?"),
              whole(
                  "(?:muestrame|muestra|lista|dime|cuales son|que)? ?(?:mis|los)? ?recordatorios(?: tengo)?"),
              begins(
                  "(?:ya )?(?:he )?(?:terminado|acabado|hecho|hecha|listo|lista|termine(?: de)?|acabe(?: de)?|complete|completa|completar|marca(?:r)?(?: como (?:hecha|hecho))?|ya (?:hice|esta))"),
              anywhere(
                  "que (?:tengo|hay|eventos|citas|reuniones).*(?:hoy|manana|pasado|semana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|agenda|calendario|mes|noche|tarde)"
                      + "|(?:mi|la) (?:agenda|calendario)|mi calendario|tengo algo|estoy libre|como (?:es|esta|viene) mi (?:dia|manana)"),
              whole(
                  "(?:hola|buenas|buenos dias|buenas tardes|buenas noches|que tal|hey)(?: que tal)?"),
              whole("(?:muchas )?gracias|genial|perfecto|estupendo"),
              anywhere(
                  "quien eres|que eres|eres (?:un |una )?(?:humano|humana|robot|bot|persona|ia|real)|que modelo"),
              whole(
                  "ayuda|que (?:puedes|sabes) hacer|como funciona(?: esto)?|que puedo (?:decir|preguntar)|ayudame"),
              "y"),
          Language.PT,
          new Intents(
              begins(
                  "(?:por favor )?(?:voce pode |pode )?(?:me )?(?:lembra|lembre|lembrar|lembre-me|lembra-me|avisa|avise|nao me deix[ae] esquecer|cria(?:r)? um lembrete)(?:-me| me)?(?: (?:que tenho que|que eu|de que|que|de|para|pra|sobre))?"),
              begins(
                  "(?:por favor )?(?:adiciona|adicione|adicionar|acrescenta|anota|anote|anotar|cria|crie|criar|nova)(?: (?:uma |a )?(?:nova )?tarefa(?: (?:de|para))?)?:?|(?:eu )?(?:tenho que|tenho de|preciso(?: de)?|devo)|tarefa:"),
              whole(
                  "(?:o )?(?:que (?:faco|eu faco|fazer|devo fazer|vem|tenho que fazer|e para fazer)(?: agora| a seguir| depois| primeiro)?|que vem agora|e agora|(?:a )?proxima(?: tarefa)?|(?:qual e )?(?:a |minha |a minha )?proxima(?: tarefa)?|por onde (?:eu )?comeco|estou (?:travado|travada)|me da uma tarefa)"),
              whole(
                  "(?:mostra|mostre|lista|liste|diz|ver|quais sao|que)? ?(?:me )?(?:todas )?(?:as )?(?:minhas|as)? ?(?:tarefas|pendencias|lista de tarefas)(?: (?:tenho|eu tenho|abertas))?"),
              whole(
                  "(?:mostra|mostre|lista|quais sao|que)? ?(?:os )?(?:meus|os)? ?lembretes(?: (?:eu )?tenho)?"),
              begins(
                  "(?:ja )?(?:feito|feita|pronto|pronta|terminei(?: de)?|acabei(?: de)?|concluido|concluida|conclui|completei|completa|marca(?:r)?(?: como (?:feita|feito))?|fiz)"),
              anywhere(
                  "(?:o )?que (?:eu )?(?:tenho|ha|tem).*(?:hoje|amanha|depois|semana|segunda|terca|quarta|quinta|sexta|sabado|domingo|agenda|calendario|mes|noite|tarde)"
                      + "|(?:quais|que|quantas|quantos) (?:reunioes|compromissos|eventos|consultas)|minha agenda|meu calendario|tenho (?:algo|alguma coisa)|estou livre|como (?:e|esta) (?:o )?meu dia"),
              whole("(?:ola|oi|bom dia|boa tarde|boa noite|e ai|opa)(?: tudo bem)?"),
              whole("(?:muito )?(?:obrigado|obrigada|valeu|brigado)|otimo|perfeito"),
              anywhere(
                  "quem e voce|o que e voce|voce e (?:um |uma )?(?:humano|humana|robo|bot|pessoa|ia|real)|que modelo"),
              whole(
                  "ajuda|o que (?:voce )?(?:pode|sabe|consegue) fazer|como (?:isso )?funciona(?: isso)?|me ajuda"),
              "e"));

  static Intents of(Language language) {
    return language.from(ALL);
  }

  private static Pattern begins(String regex) {
    return Pattern.compile("^(?:" + regex + ")(?=$|[\\s,.:!])");
  }

  private static Pattern whole(String regex) {
    return Pattern.compile("^(?:" + regex + ")$");
  }

  private static Pattern anywhere(String regex) {
    return Pattern.compile("(?:^|\\s)(?:" + regex + ")(?:$|\\s|[?!.,-])");
  }
}
