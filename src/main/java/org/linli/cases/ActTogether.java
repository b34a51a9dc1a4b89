package org.linli.cases;

import java.util.List;
import org.linli.cases.ActOnCase.Result;
import org.linli.community.StaffMember;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Does the same to many cases, each on the state that was seen: whoever changed one meanwhile is in nobody's way but
/// that one's.
@Service
public class ActTogether {

    /// More are not shown on a page.
    public static final int MOST = 200;

    private static final int ABREAST = 8;

    /// @param seen as it was shown: [CaseFile#seen]
    public record Chosen(String number, long seen) {}

    /// What became of one of them.
    public record Each(String number, Result result) {}

    private final ActOnCase acts;
    private final DoneTogether done;

    ActTogether(ActOnCase acts, DoneTogether done) {
        this.acts = acts;
        this.done = done;
    }

    /// In the order of the chosen. What this did already under the same name is left out, and so is what this person
    /// may not act on.
    ///
    /// @param bulk names it for ever, so that a second click does nothing
    public Mono<List<Each>> act(StaffMember member, Sight sight, List<Chosen> chosen, Act act, String bulk) {
        return done.of(member.community(), bulk, member.id())
                .map(DoneTogether.Done::number)
                .collectList()
                .flatMapMany(before -> Flux.fromIterable(chosen).take(MOST).filter(it -> !before.contains(it.number())))
                .flatMapSequential(it -> one(member, sight, it, act, bulk), ABREAST)
                .collectList();
    }

    private Mono<Each> one(StaffMember member, Sight sight, Chosen it, Act act, String bulk) {
        return acts.actAsOneOfMany(sight, it.number(), it.seen(), Who.of(member), act, bulk)
                .map(result -> new Each(it.number(), result));
    }
}
