package org.linli.notices.joining;

import org.linli.community.choosing.ChooseResidents;
import org.linli.community.choosing.TakingPart;
import org.linli.platform.database.CommunityId;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Who signed up for an activity and has a place. A household's is that of all who live there.
@Component
class TookPartInActivities implements TakingPart {

    private static final int MOST = 50;

    private final WordFile words = WordFile.of("templates/messages", "notices.properties");
    private final Activities activities;

    TookPartInActivities(Activities activities) {
        this.activities = activities;
    }

    @Override
    public String kind() {
        return "activity";
    }

    @Override
    public Flux<Occasion> occasions(CommunityId community) {
        return activities
                .latest(community, MOST)
                .map(it -> new Occasion(
                        kind(),
                        it.notice().id(),
                        words.find("notices.took-part").orElse("") + it.number(),
                        it.notice().wording().title()));
    }

    @Override
    public String condition() {
        return """
                exists (select from notices.signed_up s
                        where s.community_id = r.community_id and s.notice = :occasion and s.state = 'COMES'
                          and (s.who in ('resident:' || r.id, 'home:' || r.home) or s.who in %s))""".formatted(ChooseResidents.ADDRESSES);
    }
}
