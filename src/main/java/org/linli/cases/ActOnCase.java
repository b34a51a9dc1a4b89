package org.linli.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.staffing.Absences;
import org.linli.cases.staffing.Presence;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.dialogue.Teachable;
import org.linli.outbox.Letter;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// What staff does to a case, on the state that they saw.
@Service
public class ActOnCase {

    /// What became of it.
    public sealed interface Result {

        record Done(Case after) implements Result {}

        record Refused(Outcome.Refusal why) implements Result {}

        /// Somebody else changed the case since it was shown. Nothing was done.
        record Stale() implements Result {}
    }

    private record Asked(
            Who who,
            Act act,
            String occasion,
            List<PictureKept> pictures,
            @Nullable String bulk) {}

    /// A neighbour who joins at this moment is no reason to refuse: they are told as well.
    private static final Retry AGAIN =
            Retry.max(3).filter(Conflict.class::isInstance).onRetryExhaustedThrow((_, last) -> last.failure());

    private final FindCases cases;
    private final Communities communities;
    private final Workflows workflows;
    private final Absences absences;
    private final Effects effects;
    private final CaseWords words;
    private final PictureLinks links;
    private final Clock clock;

    ActOnCase(
            FindCases cases,
            Communities communities,
            Workflows workflows,
            Absences absences,
            Effects effects,
            CaseWords words,
            PictureLinks links,
            Clock clock) {
        this.cases = cases;
        this.communities = communities;
        this.workflows = workflows;
        this.absences = absences;
        this.effects = effects;
        this.words = words;
        this.links = links;
        this.clock = clock;
    }

    /// Empty when there is no such case or it is not this person's to act on.
    ///
    /// @param version  as it was shown to the person: [CaseFile#seen]
    /// @param occasion names this act for ever, so that a second click tells nobody twice
    public Mono<Result> act(Sight sight, String number, long version, Who who, Act act, String occasion) {
        return act(sight, number, version, who, act, occasion, List.of());
    }

    /// @param pictures that the act names; kept with it, and only if it is done
    public Mono<Result> act(
            Sight sight, String number, long version, Who who, Act act, String occasion, List<PictureKept> pictures) {
        return act(sight, number, version, new Asked(who, act, occasion, pictures, null));
    }

    /// The same to one of many cases: it can be undone for a minute, and its letters wait as long. Nothing is learnt
    /// from it.
    Mono<Result> actAsOneOfMany(Sight sight, String number, long version, Who who, Act act, String bulk) {
        return act(sight, number, version, new Asked(who, act, number + "/" + bulk, List.of(), bulk));
    }

    private Mono<Result> act(Sight sight, String number, long version, Asked asked) {
        return Mono.defer(() -> once(sight, number, version, asked))
                .retryWhen(AGAIN)
                .onErrorResume(Conflict.class, _ -> Mono.just(new Result.Stale()));
    }

    private Mono<Result> once(Sight sight, String number, long version, Asked asked) {
        return cases.file(sight.community(), number)
                .filter(file -> sight.mayAct(file.it()))
                .flatMap(file -> file.seen() == version ? act(file, asked) : Mono.just(new Result.Stale()));
    }

    private Mono<Result> act(CaseFile file, Asked asked) {
        var community = file.it().community();
        return Mono.zip(communities.map(community), workflows.of(file.it()), absences.today(community))
                .flatMap(found -> act(file, found.getT1(), found.getT2(), found.getT3(), asked));
    }

    private Mono<Result> act(CaseFile file, CommunityMap map, Workflow workflow, Presence present, Asked asked) {
        var now = clock.instant();
        var letters = new CaseLetters(present.told(map), new CaseFacts(map, words, now), asked.occasion(), links);
        return switch (new Moves(workflow, file.it(), asked.who(), now).make(asked.act())) {
            case Outcome.Refused(Outcome.Refusal why) -> Mono.just(new Result.Refused(why));
            case Outcome.Moved moved -> {
                var changes = new ArrayList<Effect>(Consequences.of(moved, file, letters));
                changes.addAll(asked.pictures());
                yield effects.commit(asked.bulk() == null ? changes : withheld(changes, moved, file, asked))
                        .thenReturn(new Result.Done(moved.after()));
            }
        };
    }

    /// Letters wait with how the case stood before; what may be learnt is for single cases.
    private static List<Effect> withheld(List<Effect> changes, Outcome.Moved moved, CaseFile file, Asked asked) {
        var letters = changes.stream()
                .filter(Letter.class::isInstance)
                .map(Letter.class::cast)
                .toList();
        var kept = new BulkKept(
                Objects.requireNonNull(asked.bulk()),
                file.it(),
                moved.after().version() - file.supporters().size(),
                asked.who().id(),
                moved.step().at(),
                letters);
        return Stream.concat(
                        Stream.of(kept),
                        changes.stream().filter(it -> !(it instanceof Letter) && !(it instanceof Teachable)))
                .toList();
    }
}
