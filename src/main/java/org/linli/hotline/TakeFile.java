package org.linli.hotline;

import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes the orders of a hotline's spreadsheet: all of them, or none where anything is wrong.
@Service
public class TakeFile {

    private final Uploads uploads;
    private final TakeOrders orders;

    TakeFile(Uploads uploads, TakeOrders orders) {
        this.uploads = uploads;
        this.orders = orders;
    }

    /// Signals [Wrong] for what is no spreadsheet. Never empty.
    public Mono<Table> table(byte[] bytes) {
        return Mono.fromCallable(() -> Table.read(bytes)).subscribeOn(Schedulers.boundedElastic());
    }

    /// What its columns mean: as was said of this city, otherwise guessed. Never empty.
    public Mono<Columns> columns(CommunityId community, String city, Table table) {
        return uploads.columns(community, city)
                .map(said -> said.heads().isEmpty() ? Columns.guess(table.heads()) : said);
    }

    /// What it changed. Signals [Wrong] with row and column. Never empty.
    public Mono<TakeOrders.Tally> take(StaffMember by, Table table, Columns columns) {
        return Mono.fromCallable(() -> columns.orders(table))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(found -> orders.take(by.community(), found, by.id()));
    }
}
