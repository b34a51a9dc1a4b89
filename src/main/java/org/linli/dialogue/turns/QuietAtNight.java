package org.linli.dialogue.turns;

import java.time.Clock;
import java.time.Instant;
import org.linli.community.Communities;
import org.linli.community.Group;
import org.linli.outbox.Letter;
import org.linli.outbox.QuietTime;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets the neighbours of a group sleep: what is said there in its quiet hours is sent in the morning. Emergencies are
/// not, nor what a person of the staff says.
@Component
class QuietAtNight implements QuietTime {

    private final Communities communities;
    private final Clock clock;

    QuietAtNight(Communities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    @Override
    public Mono<Instant> until(Letter letter) {
        return isUrgent(letter.template())
                ? Mono.empty()
                : communities
                        .map(letter.community())
                        .flatMap(map -> Mono.justOrEmpty(map.group(letter.to())
                                .map(Group::quiet)
                                .flatMap(hours -> hours.over(clock.instant()))));
    }

    private static boolean isUrgent(String template) {
        return template.contains("emergency") || template.equals("from-staff");
    }
}
