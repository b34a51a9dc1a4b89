package org.linli.notices.joining;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.notices.asking.Matter;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// To what one may sign up now, known in memory so that each message can be asked whether it means one of them.
@Component
public class OpenActivities implements Job {

    private final Activities activities;
    private final Clock clock;
    private volatile Map<CommunityId, List<Activity>> open = Map.of();

    OpenActivities(Activities activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "know-open-activities";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Mono<Integer> round() {
        return activities
                .open(clock.instant())
                .collect(Collectors.groupingBy(it -> it.notice().community()))
                .doOnNext(found -> open = Map.copyOf(found))
                .thenReturn(0);
    }

    /// The latest first.
    public List<Activity> in(CommunityId community) {
        return open.getOrDefault(community, List.of());
    }

    /// Whether the words name one.
    public boolean names(CommunityId community, String said) {
        return in(community).stream().anyMatch(it -> Matter.common(it.notice().wording(), said) > 0);
    }

    /// Those that the words name; all, where they name none.
    public List<Activity> meant(CommunityId community, String said) {
        var all = in(community);
        int most = all.stream()
                .mapToInt(it -> Matter.common(it.notice().wording(), said))
                .max()
                .orElse(0);
        return most == 0
                ? all
                : all.stream()
                        .filter(it -> Matter.common(it.notice().wording(), said) == most)
                        .toList();
    }
}
