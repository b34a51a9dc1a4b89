package org.linli.notices.joining;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.community.Communities;
import org.linli.notices.Notice;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Decides from what is in the database now: whoever came a moment ago counts. Writes nothing.
@Component
public class DecideWhoComes {

    /// How somebody stands to an activity.
    ///
    /// @param entry what they would be if they came
    record Standing(Activity activity, Register register, Entry entry) {

        /// What they are already; empty where they never came, or left.
        private Optional<Entry> old() {
            return register.find(entry.who()).filter(it -> it.state() != Entry.State.LEFT);
        }

        private Decided decided(Register.Step step) {
            return new Decided(activity, register, step);
        }
    }

    private final Activities activities;
    private final Communities communities;

    DecideWhoComes(Activities activities, Communities communities) {
        this.activities = activities;
        this.communities = communities;
    }

    /// Empty where one cannot sign up.
    public Mono<Decided> joins(Notice notice, Applicant by, int people, Instant at) {
        return standing(notice, by, people, at)
                .map(it -> it.decided(it.register().join(it.entry())));
    }

    /// Empty where one cannot sign up.
    public Mono<Decided> leaves(Notice notice, Applicant by, Instant at) {
        return standing(notice, by, 0, at).map(it -> it.decided(it.register().leave(it.entry())));
    }

    /// To which of these they signed up and still do, the last one first. Never empty; the list is, where to none.
    public Mono<List<Activity>> joined(List<Activity> of, Applicant by, Instant at) {
        return Flux.fromIterable(of)
                .concatMap(it -> standing(it.notice(), by, 0, at))
                .filter(it -> it.old().isPresent())
                .sort(Comparator.comparing(
                                (Standing it) -> it.old().orElseThrow().at())
                        .reversed())
                .map(Standing::activity)
                .collectList();
    }

    /// Empty where one cannot sign up.
    Mono<Standing> standing(Notice notice, Applicant by, int people, Instant at) {
        return activities
                .of(notice)
                .filter(it -> it.isOpen(at))
                .flatMap(it -> Mono.zip(activities.register(it), communities.map(notice.community()))
                        .map(found -> new Standing(it, found.getT1(), by.entry(it, found.getT2(), people, at))));
    }
}
