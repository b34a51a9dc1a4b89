-- How many places there are now; 0: as many as come. What the notice says is what there were when it left.
alter table notices.activities add column places int not null default 0;

update notices.activities a set places = n.places
from notices.notices n where n.community_id = a.community_id and n.id = a.notice;
