package app.tdah.chat.task;

/** What can be done to a task apart from editing it. */
public enum TaskAction {
  COMPLETE(OperationKind.COMPLETED),
  REOPEN(OperationKind.REOPENED),
  START(OperationKind.STARTED),
  DROP(OperationKind.DROPPED),
  NOT_TODAY(OperationKind.POSTPONED),
  DELETE(OperationKind.DELETED);

  private final OperationKind kind;

  TaskAction(OperationKind kind) {
    this.kind = kind;
  }

  OperationKind kind() {
    return kind;
  }
}
