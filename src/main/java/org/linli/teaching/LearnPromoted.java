package org.linli.teaching;

import java.time.Duration;
import java.util.List;
import org.linli.platform.jobs.Job;
import org.linli.understanding.AlsoLearnt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Lets every replica learn what was promoted anywhere, and unlearn what was taken back or whose author does not
/// want it kept any more.
@Component
class LearnPromoted implements Job {

    static final String NAME = "learn-promoted";

    private final Lessons lessons;
    private final AlsoLearnt also;
    private volatile List<Lesson> laid = List.of();

    LearnPromoted(Lessons lessons, AlsoLearnt also) {
        this.lessons = lessons;
        this.also = also;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Mono<Integer> round() {
        return lessons.promoted().collectList().doOnNext(this::lay).thenReturn(0);
    }

    private void lay(List<Lesson> all) {
        if (!all.equals(laid)) {
            also.lay(files -> ProposedChange.of(files, all).over(files));
            laid = all;
        }
    }
}
