package org.linli.hotline;

import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Takes out of work orders what callers said and who they were, when their community keeps it no longer. Which kind it
/// was, when it came, and which case answered it stays; which cases are something else is nobody's question any more.
@Component
class ForgetOrders implements Forgets {

    /// As long as the cases that answer them: a work order is the other half of the same record (ADR 0067).
    static final Period PERIOD = new Period("hotline-orders", 3650, 365, 10950);

    private static final String OLD = """
            from hotline.orders o
            where o.received_at < $1 and o.community_id = $2
              and (o.words <> '**' or o.place <> '' or o.caller <> '' or o.phone <> '')""";

    private static final Old FORGOTTEN = new Old(OLD, 500, """
            with old as materialized (
              select o.number %s order by o.received_at limit $3 for update of o skip locked),
            others as (
              delete from hotline.rejected r using old where r.community_id = $2 and r.number = old.number)
            update hotline.orders o set words = '**', place = '', caller = '', phone = ''
            from old where o.community_id = $2 and o.number = old.number""".formatted(OLD));

    private final Retention retention;

    ForgetOrders(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-orders";
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
    public Retention retention() {
        return retention;
    }
}
