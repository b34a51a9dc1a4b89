package org.linli.channels.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.Checkup.Result;
import org.linli.channels.Checkup.What;
import org.linli.channels.kept.ChangeAccounts;
import org.linli.channels.kept.KeptAccounts;
import org.linli.platform.database.CommunityId;
import org.linli.standin.Mischief;
import org.linli.standin.StandInServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// What somebody who connects a corporation is told, account by account.
class CheckupsTest extends PlayedWecom {

    @Autowired
    List<Checkup> checkups;

    @Autowired
    DatabaseClient database;

    @Autowired
    ChangeAccounts change;

    @Autowired
    KeptAccounts kept;

    @BeforeEach
    void aGroup() {
        GROUPS.comes("wrCheckups", "wmZhou");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        GROUPS.dissolves("wrCheckups");
        Files.writeString(ARCHIVE, "{\"mode\":\"good\",\"entries\":[]}");
        database.sql("truncate archive.holes, archive.readers").then().block(Duration.ofSeconds(60));
    }

    @Test
    void everyAccountThatIsSetUpIsSaidToBe() {
        assertThat(steps("wecom", "app"))
                .containsOnlyKeys(What.URL, What.TOKEN, What.IP, What.APP, What.MEMBERS)
                .containsEntry(What.TOKEN, Result.DONE)
                .containsEntry(What.IP, Result.DONE)
                .containsEntry(What.APP, Result.DONE)
                .containsEntry(What.MEMBERS, Result.DONE);
        assertThat(steps("wecom-kf", "desk"))
                .containsEntry(What.TOKEN, Result.DONE)
                .containsEntry(What.DESK, Result.DONE);
        assertThat(steps("wecom-contact", "contact"))
                .containsEntry(What.TOKEN, Result.DONE)
                .containsEntry(What.GROUP, Result.DONE);
        assertThat(steps("wecom-archive", "archive"))
                .doesNotContainKey(What.URL)
                .containsEntry(What.MEMBERS, Result.DONE)
                .containsEntry(What.LIBRARY, Result.DONE)
                .containsEntry(What.GAPS, Result.DONE);
    }

    @Test
    void anAddressThatIsNotAllowedIsSaidByItself() {
        SERVER.misbehave(StandInServer.EVERYWHERE, new Mischief.Refuses(60020));
        assertThat(steps("wecom", "app"))
                .containsEntry(What.IP, Result.MISSING)
                .containsEntry(What.TOKEN, Result.UNKNOWN)
                .containsEntry(What.APP, Result.UNKNOWN);
    }

    @Test
    void aRightThatIsMissingIsNeitherTheTokensNorTheAddresssFault() {
        SERVER.misbehave("/cgi-bin/externalcontact/groupchat/list", new Mischief.Refuses(48002));
        assertThat(steps("wecom-contact", "contact"))
                .containsEntry(What.TOKEN, Result.DONE)
                .containsEntry(What.IP, Result.DONE)
                .containsEntry(What.GROUP, Result.MISSING);
    }

    @Test
    void aPlatformThatIsAwayProvesNothing() {
        SERVER.misbehave(StandInServer.EVERYWHERE, new Mischief.HangsUp());
        assertThat(steps("wecom-kf", "desk").values()).containsOnly(Result.UNKNOWN);
    }

    @Test
    void aWrongSecretIsTheTokensFault() {
        assertThat(Steps.failed(What.APP, new WecomCode(40001).failure()))
                .extracting(Checkup.Step::result)
                .containsExactly(Result.MISSING, Result.UNKNOWN, Result.UNKNOWN);
        assertThat(Steps.failed(What.APP, new WecomCode(45009).failure()))
                .extracting(Checkup.Step::result)
                .containsOnly(Result.UNKNOWN);
    }

    /// It finds its platform where the settings say; neither the rest of a wrong secret nor the token of another lasts.
    @Test
    void anAppOfAPageIsCheckedWithTheSecretThatItHasNow() {
        var fields = new HashMap<>(Map.of("corp-id", "ww1", "agent-id", "1000002", "secret", "wrong"));
        fields.putAll(Map.of("token", PlayedCorp.TOKEN, "encoding-aes-key", PlayedCorp.KEY));
        var made = ChangeAccounts.fresh(new CommunityId("lm"), new ChannelId("wecom"), "应用", fields);
        assertThat(result(change.make("chen", made))).isTrue();

        assertThat(steps("wecom", made.id()))
                .containsEntry(What.TOKEN, Result.MISSING)
                .containsEntry(What.APP, Result.UNKNOWN);
        assertThat(checkup("wecom")
                        .check(account("wecom", made.id()))
                        .collectList()
                        .block(Duration.ofSeconds(60)))
                .extracting(Checkup.Step::detail)
                .contains("errcode 40001");

        fields.put("secret", PlayedCorp.SECRET);
        changed(made.id(), fields);
        assertThat(steps("wecom", made.id()))
                .containsEntry(What.TOKEN, Result.DONE)
                .containsEntry(What.APP, Result.DONE);

        fields.put("secret", "wrong-once-more");
        changed(made.id(), fields);
        assertThat(steps("wecom", made.id())).containsEntry(What.TOKEN, Result.MISSING);

        assertThat(result(change.remove("chen", made))).isTrue();
        assertThat(checkup("wecom").accounts()).noneMatch(it -> it.id().equals(made.id()));
    }

    private void changed(String id, Map<String, String> fields) {
        var before = kept.find(new CommunityId("lm"), "wecom", id).orElseThrow();
        assertThat(result(change.change("chen", before, before.with("应用", fields))))
                .isTrue();
    }

    @Test
    void aLibraryThatIsBrokenAndEntriesThatAreMissingAreSaid() throws Exception {
        Files.writeString(ARCHIVE, "{\"mode\":\"garbage\",\"entries\":[]}");
        database.sql("insert into archive.holes (archive, seq, seen_at) values ('archive', 7, now())")
                .then()
                .block(Duration.ofSeconds(60));
        assertThat(steps("wecom-archive", "archive"))
                .containsEntry(What.LIBRARY, Result.MISSING)
                .containsEntry(What.GAPS, Result.MISSING);
        assertThat(checkup("wecom-archive")
                        .troubles(account("wecom-archive", "archive"))
                        .collectList()
                        .block())
                .extracting(Checkup.Step::what)
                .containsExactly(What.GAPS);
    }

    private Map<What, Result> steps(String channel, String id) {
        var steps = checkup(channel).check(account(channel, id)).collectList().block(Duration.ofSeconds(60));
        return Objects.requireNonNull(steps).stream()
                .collect(Collectors.toMap(Checkup.Step::what, Checkup.Step::result));
    }

    private Account account(String channel, String id) {
        return checkup(channel).accounts().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Checkup checkup(String channel) {
        return checkups.stream()
                .filter(it -> it.channel().value().equals(channel))
                .findFirst()
                .orElseThrow();
    }
}
