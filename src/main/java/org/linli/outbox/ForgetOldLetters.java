package org.linli.outbox;

import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Deletes letters whose story ended long ago, whatever became of them.
@Component
class ForgetOldLetters implements Forgets {

    /// A month, because staff looks up what people were told, and a letter written twice is known by the first.
    static final Period PERIOD = new Period("letters", 90, 30, 365);

    private static final String OLD = """
        from outbox.letters
        where state in ('sent', 'confirmed', 'arrived', 'seen', 'unknown', 'failed')
          and finished_at < $1 and (community_id = any($2)) = $3
        """;

    private static final String FORGET = """
        with old as (
            select community_id, key %s limit 1000 for update skip locked
        ), told as (
            delete from outbox.history where (community_id, key) in (select community_id, key from old)
        ), expected as (
            delete from outbox.deliveries where at < $1 and (community_id = any($2)) = $3
        )
        delete from outbox.letters where (community_id, key) in (select community_id, key from old)
        """.formatted(OLD);

    private final Retention retention;

    ForgetOldLetters(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-old-letters";
    }

    @Override
    public Period period() {
        return PERIOD;
    }

    @Override
    public String counting() {
        return "select count(*) as n " + OLD;
    }

    @Override
    public Mono<Integer> round() {
        return retention.forget(PERIOD, FORGET);
    }
}
