package org.linli.community;

import static org.linli.platform.database.Columns.number;

import java.util.List;
import java.util.function.Function;
import org.linli.community.ReviewImport.Review;
import org.linli.community.editing.Edit;
import org.linli.community.file.CommunityFile;
import org.linli.community.file.Difference;
import org.linli.community.file.EditFile;
import org.linli.community.file.UnusableFile;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Changes one place or unit: it writes the community's file with that change and has it checked and imported like any
/// other, all of it or nothing.
@Service
public class EditCommunity {

    /// Of the file that is written, for what is said about it.
    public static final String NAME = "edit.yaml";

    /// @param bytes the file with the change
    public record Proposed(byte[] bytes, Review review) {

        @Override
        public String toString() {
            return "Proposed[" + review.differences().size() + "]";
        }
    }

    /// What hangs on a place or unit that changes.
    ///
    /// @param residents who live there
    /// @param staff     who work there
    /// @param open      cases there or with it
    public record Hanging(long residents, long staff, long open) {

        public boolean isAny() {
            return residents + staff + open > 0;
        }
    }

    private static final Hanging NOTHING = new Hanging(0, 0, 0);

    private final LoadCommunity rows;
    private final ReviewImport versions;
    private final ImportCommunity imports;
    private final DatabaseClient database;
    private final List<OpenMatters> matters;
    private final KeepPlaces keep;

    EditCommunity(
            LoadCommunity rows,
            ReviewImport versions,
            ImportCommunity imports,
            DatabaseClient database,
            List<OpenMatters> matters,
            KeepPlaces keep) {
        this.rows = rows;
        this.versions = versions;
        this.imports = imports;
        this.database = database;
        this.matters = List.copyOf(matters);
        this.keep = keep;
    }

    /// What it would change; nothing is written. Empty where what it is about is not there. Signals `UnusableFile` with
    /// all that is wrong.
    public Mono<Proposed> propose(CommunityId community, Edit edit) {
        return versions.version(community)
                .zipWhen(_ -> rows.loadAsImported(community))
                .publishOn(Schedulers.boundedElastic())
                .flatMap(it -> Mono.justOrEmpty(EditFile.of(it.getT2()))
                        .filter(edit::applies)
                        .map(file -> proposed(edit.on(file), it.getT2(), it.getT1())))
                .delayUntil(it -> nothingHangs(it.review().file()));
    }

    private Mono<Void> nothingHangs(CommunityFile file) {
        return keep.closedBy(file)
                .flatMap(closed -> keep.problems(file.id(), closed))
                .filter(problems -> !problems.isEmpty())
                .flatMap(problems -> Mono.error(() -> new UnusableFile(problems)));
    }

    private static Proposed proposed(EditFile file, CommunityMap known, long seen) {
        byte[] bytes = file.bytes();
        var read = CommunityFile.read(NAME, bytes, known);
        return new Proposed(bytes, new Review(read, Difference.between(known, read), seen));
    }

    /// Done, and in force at once. Signals [org.linli.platform.database.Conflict] where the community was changed
    /// meanwhile.
    public Mono<ImportCommunity.Imported> take(StaffMember by, Proposed it) {
        return imports.reviewed(by, it.review(), it.review().seen());
    }

    /// Never empty.
    public Mono<Hanging> hanging(CommunityMap map, Difference it) {
        return switch (it.table()) {
            case "places" ->
                Mono.justOrEmpty(map.place(it.id()))
                        .flatMap(place -> atPlace(map, place))
                        .defaultIfEmpty(NOTHING);
            case "units" -> ofUnit(map, it.id());
            default -> Mono.just(NOTHING);
        };
    }

    private Mono<Hanging> atPlace(CommunityMap map, Place place) {
        var within = map.within(place).stream().map(Place::id).toList();
        var residents = database.sql(
                        "select count(*) as n from community.residents where community_id = $1 and home = any($2)")
                .bind(0, map.id().value())
                .bind(1, within.toArray(String[]::new))
                .map(row -> number(row, "n"))
                .one();
        return Mono.zip(residents, counted(matters -> matters.at(map.id(), within)))
                .map(found -> new Hanging(found.getT1(), 0, found.getT2()));
    }

    private Mono<Hanging> ofUnit(CommunityMap map, String unit) {
        return counted(matters -> matters.of(map.id(), unit))
                .map(open -> new Hanging(0, map.staffOf(unit).size(), open));
    }

    private Mono<Long> counted(Function<OpenMatters, Mono<Long>> count) {
        return Flux.fromIterable(matters).concatMap(count).reduce(0L, Long::sum);
    }
}
