package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.PictureKept;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// The hotline's orders as programs read them, page by page, while staff settles some.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class HotlineOrdersApiTest extends WithPrograms {

    private static final String ORDERS = "/api/v1/hotline/orders";

    @Autowired
    DatabaseClient database;

    @Autowired
    Effects effects;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @BeforeEach
    @AfterEach
    void noOrders() {
        completed(database.sql("truncate hotline.rejected, hotline.orders").then());
    }

    /// Ten of them are due at the same moment, ten never.
    @Test
    void nothingIsMissedBetweenPagesOfAListThatShrinks() {
        orders(45);
        var first = program.get(ORDERS).body();
        settle(numbers(first).subList(0, 12));

        var second =
                program.get(ORDERS + "?cursor=" + first.path("next").asString()).body();
        var third = program.get(ORDERS + "?cursor=" + second.path("next").asString())
                .body();

        var all = new ArrayList<>(numbers(first));
        all.addAll(numbers(second));
        all.addAll(numbers(third));
        assertThat(all).hasSize(45).doesNotHaveDuplicates();
        assertThat(third.path("next").isNull()).isTrue();
    }

    @Test
    void allOfThemAreReadTheLatestFirst() {
        orders(45);
        String which = ORDERS + "?settled=true";
        var first = program.get(which).body();
        var second =
                program.get(which + "&cursor=" + first.path("next").asString()).body();
        var third =
                program.get(which + "&cursor=" + second.path("next").asString()).body();

        var all = new ArrayList<>(numbers(first));
        all.addAll(numbers(second));
        all.addAll(numbers(third));
        assertThat(all).hasSize(45).doesNotHaveDuplicates().startsWith("H-100");
    }

    @Test
    void aCursorThatNeverWasOneIsRefused() {
        for (String said : List.of("3", "- 12", "x 12 H-1", "12 - H-1", "")) {
            String cursor = said.isEmpty() ? "!!" : PageCursor.opaque(said);
            assertThat(program.get(ORDERS + "?cursor=" + cursor).type())
                    .as(said)
                    .isEqualTo("urn:linli:api:no-cursor");
        }
    }

    @Test
    void theFileHasThePicturesOfResults() throws IOException {
        var kept = new PictureKept(SignedInAs.LM, UUID.randomUUID(), "image/png", new byte[] {1, 2, 3});
        completed(effects.commit(List.of(kept)));
        String number = result(
                database.sql("select number from cases.cases where community_id = 'lm' and number like 'LM%' limit 1")
                        .mapValue(String.class)
                        .one());
        completed(
                database.sql("""
                        insert into cases.steps (community_id, number, kind, by_kind, by_id, by_name, at, state, unit,
                          words, pictures)
                        values ('lm', $1, 'RESOLVED', 'STAFF', 'chen', '陈', now(), 'RESOLVED', 'desk', '好了', array[$2])""").bind(0, number).bind(1, kept.id().toString()).then());
        orders(1);
        completed(database.sql("update hotline.orders set case_number = $1")
                .bind(0, number)
                .then());
        SignedInAs.givePasswords(passwords, encoder);

        var zip = new SignedInAs("chen", web)
                .get("/desk/hotline/orders.zip")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(entries(Objects.requireNonNull(zip))).containsExactly("orders.xlsx", "pictures/H-100-1.png 010203");
    }

    private static List<String> entries(byte[] zip) throws IOException {
        var entries = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var bytes = in.readAllBytes();
                entries.add(bytes.length > 10 ? entry.getName() : entry.getName() + " " + hex(bytes));
            }
        }
        return entries;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private void orders(int many) {
        completed(database.sql("""
                        insert into hotline.orders (community_id, number, words, place, caller, phone, category,
                          received_at, due_at, taken_at, taken_by)
                        select 'lm', 'H-' || (100 + n), '路灯不亮', '', '', '', '', now() - (n / 3) * interval '1 minute',
                          case when n < 10 then now() when n < 35 then now() + n * interval '1 hour' end, now(), 'chen'
                        from generate_series(0, $1 - 1) n""").bind(0, many).then());
    }

    private void settle(List<String> numbers) {
        completed(database.sql("update hotline.orders set case_number = 'LM-1999-000001' where number = any($1)")
                .bind(0, numbers.toArray(String[]::new))
                .then());
    }

    private static List<String> numbers(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(it -> it.path("number").asString())
                .toList();
    }
}
