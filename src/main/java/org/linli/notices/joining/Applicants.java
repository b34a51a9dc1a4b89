package org.linli.notices.joining;

import static org.linli.platform.database.Columns.text;

import org.linli.channels.Address;
import org.linli.community.Residents;
import org.linli.notices.Notice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Those who come by the link in a notice.
@Component
public class Applicants {

    private final Residents residents;
    private final DatabaseClient database;

    Applicants(Residents residents, DatabaseClient database) {
        this.residents = residents;
        this.database = database;
    }

    /// Told of changes where the notice was told. Empty where that is nowhere, as after a visit.
    ///
    /// @param resident an id that the link has proven
    public Mono<Applicant> by(Notice notice, String resident) {
        return residents
                .byId(notice.community(), resident)
                .flatMap(it -> told(notice, resident)
                        .switchIfEmpty(residents
                                .addresses(notice.community(), resident)
                                .next())
                        .map(address -> new Applicant(it, address)));
    }

    private Mono<Address> told(Notice notice, String resident) {
        return database.sql("""
                        select address from notices.recipients
                        where community_id = $1 and notice = $2 and who = $3 and address is not null""")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .bind("$3", resident)
                .map(row -> Address.parse(text(row, "address")))
                .one();
    }
}
