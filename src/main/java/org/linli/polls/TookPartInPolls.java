package org.linli.polls;

import org.linli.community.choosing.ChooseResidents;
import org.linli.community.choosing.TakingPart;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Who voted, as the register has it: nothing of what was voted. A household's voice is that of all who live there.
@Component
class TookPartInPolls implements TakingPart {

    private final FindPolls polls;
    private final PollWords words;

    TookPartInPolls(FindPolls polls, PollWords words) {
        this.polls = polls;
        this.words = words;
    }

    @Override
    public String kind() {
        return "poll";
    }

    @Override
    public Flux<Occasion> occasions(CommunityId community) {
        return polls.latest(community)
                .map(it -> new Occasion(
                        kind(), it.id(), words.say("polls.took-part", String.valueOf(it.number())), it.question()));
    }

    @Override
    public String condition() {
        return """
                exists (select from polls.register p
                        where p.community_id = r.community_id and p.poll = :occasion and p.voted
                          and (p.voter in ('resident:' || r.id, 'home:' || r.home) or p.voter in %s))""".formatted(ChooseResidents.ADDRESSES);
    }
}
