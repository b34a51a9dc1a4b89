package org.linli.community;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// The residents as staff looks through them, those nobody has verified first.
@Service
public class ResidentRegister {

    public static final int PAGE = 50;

    private static final String WANTED = """
             from community.residents
            where community_id = :community
              and (:everywhere or home = any(:places))
              and (:text = ''
                   or cardinality(:prints::text[]) > 0 and name_index @> :prints
                   or not starts_with(name, 'sealed:') and position(lower(:text) in lower(name)) > 0)""";

    /// @param everywhere also those who live nowhere we know of
    /// @param places     otherwise only those who live at one of these
    /// @param text       part of the name; empty for all
    public record Wanted(CommunityId community, boolean everywhere, Set<String> places, String text) {

        @Override
        public String toString() {
            return "Wanted[" + community + "]";
        }
    }

    /// @param total     how many there are on all pages
    /// @param unchecked how many of them nobody has verified
    public record Page(List<Resident> residents, long total, long unchecked) {}

    private record Totals(long total, long unchecked) {}

    private final DatabaseClient database;
    private final ResidentNames names;

    ResidentRegister(DatabaseClient database, ResidentNames names) {
        this.database = database;
        this.names = names;
    }

    /// Never empty; the page may be.
    ///
    /// @param number from 0
    public Mono<Page> page(Wanted wanted, int number) {
        var rows = bound("select *" + WANTED + " order by verified, home, id limit :most offset :from", wanted)
                .bind("most", PAGE)
                .bind("from", (long) number * PAGE)
                .map(names::resident)
                .all()
                .collectList();
        return Mono.zip(rows, totals(wanted), (found, of) -> new Page(found, of.total(), of.unchecked()));
    }

    private Mono<Totals> totals(Wanted wanted) {
        return bound("select count(*) as total, count(*) filter (where not verified) as unchecked" + WANTED, wanted)
                .map(row -> new Totals(
                        requireNonNull(row.get("total", Long.class)), requireNonNull(row.get("unchecked", Long.class))))
                .one();
    }

    private GenericExecuteSpec bound(String sql, Wanted wanted) {
        return database.sql(sql)
                .bind("community", wanted.community().value())
                .bind("everywhere", wanted.everywhere())
                .bind("places", wanted.places().toArray(String[]::new))
                .bind("text", wanted.text())
                .bind("prints", names.wanted(wanted.community(), wanted.text()));
    }
}
