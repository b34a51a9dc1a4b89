package org.linli.notices.joining;

import java.time.Instant;
import org.linli.community.Communities;
import org.linli.notices.Notice;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Decides from what is in the database now: whoever came a moment ago counts. Writes nothing.
@Component
public class DecideWhoComes {

    /// How somebody stands to an activity.
    ///
    /// @param entry what they would be if they came
    record Standing(Activity activity, Register register, Entry entry) {

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

    /// Empty where one cannot sign up.
    Mono<Standing> standing(Notice notice, Applicant by, int people, Instant at) {
        return activities
                .of(notice)
                .filter(it -> it.isOpen(at))
                .flatMap(it -> Mono.zip(activities.register(it), communities.map(notice.community()))
                        .map(found -> new Standing(it, found.getT1(), by.entry(it, found.getT2(), people, at))));
    }
}
