-- Degrees as maps in China show them (GCJ-02); null where nobody has said.
alter table community.places add column latitude double precision, add column longitude double precision;
