package org.linli.ledgers;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The forms that are filled in: the street's own, otherwise those of `templates/ledgers`.
@Component
public class Forms {

    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private final DatabaseClient database;
    private final Effects effects;
    private final Clock clock;

    Forms(DatabaseClient database, Effects effects, Clock clock) {
        this.database = database;
        this.effects = effects;
        this.clock = clock;
    }

    /// The file. Never empty.
    public Mono<byte[]> file(CommunityId community, Order.Kind kind) {
        return database.sql("select bytes from ledgers.templates where community_id = $1 and kind = $2")
                .bind(0, community.value())
                .bind(1, name(kind))
                .map(row -> requireNonNull(row.get("bytes", byte[].class)))
                .one()
                .switchIfEmpty(Mono.fromCallable(() -> packed(name(kind))).subscribeOn(Schedulers.boundedElastic()));
    }

    /// Signals [NoTemplate] for what cannot be filled in; then the one before stays.
    public Mono<Void> put(StaffMember by, Order.Kind kind, byte[] xlsx) {
        var noted = new Noted(
                by.community(), by.id(), Noted.Kind.SETTING_CHANGED, "ledgers/" + name(kind), "form", clock.instant());
        return Mono.fromCallable(() -> checked(kind, xlsx))
                .subscribeOn(Schedulers.boundedElastic())
                .then(effects.commit(List.of(noted)))
                .then(Mono.defer(() -> write(by, kind, xlsx)));
    }

    private static Template checked(Order.Kind kind, byte[] xlsx) throws XMLStreamException {
        var template = Template.of(xlsx);
        var unknown = Fields.unknown(Sheet.of(template), kind);
        if (!unknown.isEmpty()) {
            throw NoTemplate.askingFor(unknown);
        }
        return template;
    }

    private Mono<Void> write(StaffMember by, Order.Kind kind, byte[] xlsx) {
        return database.sql("""
                        insert into ledgers.templates (community_id, kind, bytes, put_by, put_at)
                        values ($1, $2, $3, $4, $5) on conflict (community_id, kind) do update
                        set bytes = excluded.bytes, put_by = excluded.put_by, put_at = excluded.put_at""")
                .bind(0, by.community().value())
                .bind(1, name(kind))
                .bind(2, xlsx)
                .bind(3, by.id())
                .bind(4, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /// A file beside the program replaces the packed one.
    private static byte[] packed(String name) {
        String path = "templates/ledgers/" + name + ".xlsx";
        try {
            return Files.exists(Path.of(path))
                    ? Files.readAllBytes(Path.of(path))
                    : new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException("the form '" + path + "' cannot be read", missing);
        }
    }

    /// What its form may ask for, as it is written there.
    public static List<String> fields(Order.Kind kind) {
        return Fields.of(kind).stream().map(it -> "{{" + it + "}}").toList();
    }

    static String name(Order.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
