package org.linli.polls.voiding;

import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.platform.words.Masked;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.log.Entry;
import org.linli.polls.voiding.VoidBallot.Answer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Whether a reason may stand in a log that everybody reads and nobody can change.
@Component
class CheckReason {

    private static final String PERSON = "resident:";

    private final Residents residents;

    CheckReason(Residents residents) {
        this.residents = residents;
    }

    /// Empty where it may.
    Mono<Answer> fault(Poll poll, Voter voter, String reason) {
        if (reason.isBlank() || !Entry.isReason(reason.strip())) {
            return Mono.just(Answer.REASON);
        }
        return Masked.hides(reason)
                ? Mono.just(Answer.PERSONAL)
                : name(poll, voter).filter(reason::contains).map(_ -> Answer.PERSONAL);
    }

    /// Empty where nobody knows it, or the voice is not one person's.
    private Mono<String> name(Poll poll, Voter voter) {
        return Mono.just(voter.id())
                .filter(it -> it.startsWith(PERSON))
                .flatMap(it -> residents.byId(poll.community(), it.substring(PERSON.length())))
                .mapNotNull(Resident::name)
                .filter(it -> it.length() > 1);
    }
}
