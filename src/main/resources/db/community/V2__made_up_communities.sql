-- Set by an import of the demo. In any other community nobody but a resident speaks as a resident.
alter table community.communities add column made_up boolean not null default false;
