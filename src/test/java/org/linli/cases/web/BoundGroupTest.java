package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.channels.Address;
import org.linli.channels.Intake;
import org.linli.community.Communities;
import org.linli.community.Group;
import org.linli.community.ImportCommunity;
import org.linli.community.StaffPasswords;
import org.linli.inbox.HandleArrival;
import org.linli.platform.database.Columns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// What is told in a group that is bound to a committee.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class BoundGroupTest {

    private static final Address GREEN = Address.parse("webchat:lm:group:green");

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    ImportCommunity imports;

    @Autowired
    Communities communities;

    @Autowired
    Intake intake;

    @Autowired
    HandleArrival converse;

    @Autowired
    Trail trail;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    private SignedInAs chen;

    @BeforeEach
    void aCommunityWithoutCases() {
        asInTheFile();
        SignedInAs.givePasswords(passwords, encoder);
        chen = new SignedInAs("chen", web);
        DemoCommunity.hasNoCases(database, "dialogue.topics", "dialogue.conversations", "outbox.letters");
    }

    @AfterEach
    void asInTheFile() {
        DemoCommunity.isThere(imports);
    }

    @Test
    void theCommitteeTakesWhatIsToldThereAndTheDeskSaysWhy() {
        hear("5栋2单元楼道灯坏了，黑漆漆的");

        assertThat(the("unit")).isEqualTo("environment");
        assertThat(the("place")).startsWith("b5");
        assertThat(chen.page("/desk/cases/" + the("number")))
                .contains("是在归公共环境委员会管的群里说的")
                .doesNotContain("??");
    }

    @Test
    void aHazardGoesWhereItAlwaysGoes() {
        hear("@社区 5栋楼道里停了六七辆电动车还在飞线充电，太危险了");

        assertThat(the("label")).isEqualTo("report.fire_hazard");
        assertThat(the("unit")).isEqualTo("safety");
    }

    @Test
    void theDeskChoosesAnotherUnitOrNone() {
        assertThat(chen.page("/desk/groups")).contains("群里说的事归").containsPattern(chosen("environment"));

        bind("green", "grid-2").expectStatus().isSeeOther();
        assertThat(unit()).isEqualTo("grid-2");
        assertThat(chen.page("/desk/groups")).containsPattern(chosen("grid-2"));
        assertThat(result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 20)
                        .collectList()))
                .anyMatch(it -> it.about().equals("settings/group/green")
                        && it.detail().contains("of unit environment ->")
                        && it.detail().endsWith("of unit grid-2"));

        bind("green", "").expectStatus().isSeeOther();
        assertThat(unit()).isEmpty();
        hear("5栋2单元楼道灯坏了，黑漆漆的");
        assertThat(the("unit")).isEqualTo("property");
    }

    @Test
    void whatIsNoUnitOrNoGroupIsRefusedAndNobodyElseBindsOne() {
        bind("green", "nobody").expectStatus().isBadRequest();
        bind("nowhere", "grid-2").expectStatus().isBadRequest();
        new SignedInAs("qian", web)
                .post("/desk/groups/unit", Map.of("group", "green", "unit", "grid-2"))
                .expectStatus()
                .isNotFound();

        assertThat(unit()).isEqualTo("environment");
    }

    private WebTestClient.ResponseSpec bind(String group, String unit) {
        return chen.post("/desk/groups/unit", Map.of("group", group, "unit", unit));
    }

    private void hear(String words) {
        new Talker(intake, converse, database, clock).says("r31", words, GREEN);
    }

    private static String chosen(String unit) {
        return "<option value=\"" + unit + "\"[^>]*selected";
    }

    private String unit() {
        return result(communities.map(SignedInAs.LM))
                .group("green")
                .map(Group::unit)
                .orElse("");
    }

    /// Of the only case.
    private String the(String column) {
        return result(database.sql("select " + column + " as text from cases.cases")
                .map(row -> Columns.text(row, "text"))
                .one());
    }
}
