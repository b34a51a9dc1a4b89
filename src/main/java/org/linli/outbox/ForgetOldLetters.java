package org.linli.outbox;

import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Deletes letters whose story ended long ago, whatever became of them.
@Component
class ForgetOldLetters implements Forgets {

    /// A month, because staff looks up what people were told, and a letter written twice is known by the first.
    static final Period PERIOD = new Period("letters", 90, 30, 365);

    private static final String OLD = """
        from outbox.letters
        where state in ('sent', 'confirmed', 'arrived', 'seen', 'unknown', 'failed')
          and finished_at < $1 and community_id = $2
        """;

    private static final Old LETTERS = new Old(OLD, 1_000, """
        with old as materialized (
            select key %s limit $3 for update skip locked
        ), told as (
            delete from outbox.history where community_id = $2 and key in (select key from old)
        )
        delete from outbox.letters where community_id = $2 and key in (select key from old)
        """.formatted(OLD));

    private static final Old REPORTS =
            Old.deleted("outbox.deliveries", "account, receipt", "at < $1 and community_id = $2", 1_000);

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
    public List<Old> kinds() {
        return List.of(LETTERS, REPORTS);
    }

    @Override
    public Retention retention() {
        return retention;
    }
}
