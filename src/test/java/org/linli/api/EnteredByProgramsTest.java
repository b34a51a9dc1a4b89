package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.SpokenTime;
import org.linli.keys.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/// Cases that programs enter say what the form at the desk says: for which resident, until when, with which picture.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class EnteredByProgramsTest extends WithPrograms {

    private static final String CASES = "/api/v1/cases";

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @Test
    void whatComesFromAboveIsDueAtTheEndOfItsDay() {
        var day = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE).plusDays(30);

        var entered = enter("above", ",\"due\":\"" + day + "\"");

        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
        assertThat(program.get(CASES + "/" + entered.text("number")).text("due_at"))
                .isEqualTo(day + "T10:00:00Z");
        assertThat(enter("above", "").status()).as("without a day").isEqualTo(201);
        for (String wrong : new String[] {"2020-01-01", "soon", "2999-13-01"}) {
            assertThat(enter("above", ",\"due\":\"" + wrong + "\"").text("field"))
                    .as(wrong)
                    .isEqualTo("due");
        }
        assertThat(enter("telephone", ",\"due\":\"" + day + "\"").text("field"))
                .as("nobody who calls sets a last day")
                .isEqualTo("due");
    }

    @Test
    void aResidentIsNamedByWhoMayLookThemUp() {
        var entered = enter("visit", resident("r01"));

        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
        assertThat(result(database.sql("select resident from cases.on_behalf where number = $1")
                        .bind(0, entered.text("number"))
                        .mapValue(String.class)
                        .one()))
                .isEqualTo("r01");
        assertThat(enter("visit", resident("nobody")).text("field")).isEqualTo("resident");
        assertThat(enter(without(Scope.RESIDENTS_READ), "visit", resident("r01"))
                        .type())
                .isEqualTo("urn:linli:api:scope-missing");
        assertThat(enter(program(EnumSet.allOf(Scope.class), "property"), "visit", resident("r01"))
                        .text("field"))
                .as("a unit without residents")
                .isEqualTo("resident");
    }

    @Test
    void aPhotoOfThePaperIsKeptOnce() {
        String once = UUID.randomUUID().toString();
        String body = body("paper", ",\"picture\":\"" + base64(png()) + "\"");

        String number = program.post(CASES, once, body).text("number");

        assertThat(program.post(CASES, once, body).text("number")).isEqualTo(number);
        assertThat(program.get(CASES + "/" + number + "/media")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(enter("paper", ",\"picture\":\"AAAA\"").text("reason")).isEqualTo("picture-type");
    }

    private Program.Said enter(String way, String more) {
        return enter(program, way, more);
    }

    private static Program.Said enter(Program by, String way, String more) {
        return by.post(CASES, body(way, more));
    }

    /// About nothing that others enter.
    private static String body(String way, String more) {
        return "{\"way\":\"%s\",\"label\":\"suggest\",\"words\":\"想法 %s\"%s}".formatted(way, UUID.randomUUID(), more);
    }

    private static String resident(String id) {
        return ",\"resident\":\"" + id + "\"";
    }
}
