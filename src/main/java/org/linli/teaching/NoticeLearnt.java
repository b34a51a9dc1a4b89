package org.linli.teaching;

import java.time.Duration;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Job;
import org.linli.understanding.IntentFiles;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Notices what was taught and is among the examples of the program by now, because somebody applied the patch.
@Component
class NoticeLearnt implements Job {

    private final Lessons lessons;
    private final IntentFiles files;
    private final DatabaseClient database;

    NoticeLearnt(Lessons lessons, IntentFiles files, DatabaseClient database) {
        this.lessons = lessons;
        this.files = files;
        this.database = database;
    }

    @Override
    public String name() {
        return "notice-learnt";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Mono<Integer> round() {
        return database.sql("select distinct community_id as it from teaching.lessons where state = 'taught'")
                .mapValue(String.class)
                .all()
                .map(CommunityId::new)
                .concatMap(this::noticed)
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> noticed(CommunityId community) {
        return lessons.taught(community)
                .collectList()
                .flatMap(taught -> Mono.fromCallable(() -> known(taught)).subscribeOn(Schedulers.boundedElastic()))
                .filter(known -> !known.isEmpty())
                .flatMap(known -> learnt(community, known))
                .defaultIfEmpty(0);
    }

    private List<String> known(List<Lesson> taught) {
        return ProposedChange.of(files.read(), taught).known().stream()
                .map(Lesson::key)
                .toList();
    }

    private Mono<Integer> learnt(CommunityId community, List<String> keys) {
        return database.sql("""
                        update teaching.lessons set state = 'learnt'
                        where community_id = $1 and key = any($2) and state = 'taught'""")
                .bind(0, community.value())
                .bind(1, keys.toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .map(Long::intValue);
    }
}
