alter table preference_sets
  add column work_start     time,
  add column work_end       time,
  add column energy_pattern text check (energy_pattern in ('MORNING', 'MIDDAY', 'EVENING', 'VARIES')),
  add column tone           text check (tone in ('WARM', 'DIRECT', 'PLAYFUL')),
  add check ((work_start is null) = (work_end is null));
