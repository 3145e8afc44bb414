-- What retention deletes, and whom an erasure takes out of findings about others.
create index threats_last_idx on threats (last_at);
create index threats_dismissed_by_idx on threats (dismissed_by) where dismissed_by is not null;
