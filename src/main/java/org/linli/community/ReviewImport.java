package org.linli.community;

import static org.linli.platform.database.Columns.number;

import java.util.List;
import org.linli.community.file.CommunityFile;
import org.linli.community.file.Difference;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Says what a file would change before it is imported. Nothing is written.
@Component
public class ReviewImport {

    /// @param differences to what stands, residents left out
    /// @param seen        the community as it was compared with, for [ImportCommunity#reviewed]
    public record Review(CommunityFile file, List<Difference> differences, long seen) {}

    private final LoadCommunity rows;
    private final DatabaseClient database;

    ReviewImport(LoadCommunity rows, DatabaseClient database) {
        this.rows = rows;
        this.database = database;
    }

    /// Empty where the file is about another community. Signals `UnusableFile` with all that is wrong with it.
    public Mono<Review> of(CommunityId community, String name, byte[] bytes) {
        return Mono.fromCallable(() -> CommunityFile.about(name, bytes))
                .subscribeOn(Schedulers.boundedElastic())
                .filter(community::equals)
                .flatMap(_ -> version(community))
                .zipWith(Mono.defer(() -> rows.load(community)))
                .publishOn(Schedulers.boundedElastic())
                .map(it -> compared(CommunityFile.read(name, bytes, it.getT2()), it.getT2(), it.getT1()));
    }

    private static Review compared(CommunityFile file, CommunityMap known, long seen) {
        return new Review(file, Difference.between(known, file), seen);
    }

    /// Rises with every change. Empty where it is not there.
    Mono<Long> version(CommunityId community) {
        return database.sql("select version from community.communities where community_id = $1")
                .bind(0, community.value())
                .map(row -> number(row, "version"))
                .one();
    }
}
