package org.linli.teaching;

import java.time.Duration;
import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Forgets what nobody wanted to teach: after thirty days, and of a flood all but the newest two thousand.
@Component
class ForgetLessons implements Forgets {

    /// A week, so that whoever teaches once a week sees everything.
    static final Period PERIOD = new Period("lessons", 30, 7, 180);

    static final int MOST = 2_000;

    private static final String OLD = """
        from (
            select community_id, key, noticed_at,
                   row_number() over (partition by community_id order by noticed_at desc, key) as place
            from teaching.lessons where state in ('open', 'dismissed') and community_id = $2) open
        where noticed_at < $1 or place > %d""".formatted(MOST);

    private static final Old FORGOTTEN = new Old(OLD, 1_000, """
        with old as materialized (select key %s limit $3)
        delete from teaching.lessons
        where community_id = $2 and key in (select key from old) and state in ('open', 'dismissed')""".formatted(OLD));

    private final Retention retention;

    ForgetLessons(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-lessons";
    }

    @Override
    public Period period() {
        return PERIOD;
    }

    @Override
    public List<Old> kinds() {
        return List.of(FORGOTTEN);
    }

    @Override
    public String counting() {
        return """
            select count(*) as n from teaching.lessons
            where state in ('open', 'dismissed') and noticed_at < $1 and community_id = $2""";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Retention retention() {
        return retention;
    }
}
