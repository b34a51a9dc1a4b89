-- Answers that hold a password, a key or a secret are here, sealed, and not in `body`.
alter table api.calls add column secret text;
