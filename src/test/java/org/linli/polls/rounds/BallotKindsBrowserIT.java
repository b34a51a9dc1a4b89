package org.linli.polls.rounds;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.cases.web.SignedInAs;
import org.linli.platform.database.Columns;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.OpenPoll;
import org.linli.polls.Tickets;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/// A voter's own ballot paper of every kind, on a phone and on an office screen.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
@Tag("long")
@Timeout(180)
class BallotKindsBrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    OpenPoll open;

    @Autowired
    Tickets tickets;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void nothingWasAsked() {
        completed(database.sql("truncate polls.polls, polls.rounds cascade").then());
    }

    @ParameterizedTest
    @EnumSource(BallotKind.class)
    void everybodyCanReadIt(BallotKind kind) {
        String path = paper(kind, 3);
        for (var visitor : List.of(BROWSER.desk(), BROWSER.phone())) {
            var page = visitor.newPage();
            page.navigate(address(path));
            Browser.screenshot(page, "ballot-" + kind + "-" + page.viewportSize().width);
            Browser.assertFitsItsWidth(page);
            Browser.assertAccessible(page);
        }
    }

    @Test
    void itSaysHowManyPointsAreLeftAndWhenTooManyAreGiven() {
        var page = opened(paper(BallotKind.POINTS, 5));
        assertThat(page.locator("#vote-left")).isHidden();
        page.locator("[name=p1]").fill("2");
        assertThat(page.locator("#vote-left")).hasText("还有 3 分没有给。");
        page.locator("[name=p2]").fill("5");
        assertThat(page.locator("#vote-left")).hasText("多给了 2 分，请减一些再投。");
        page.locator("#vote .btn-primary").click();
        assertThat(page.locator(".alert-warning[role=alert]")).hasText("分给多了，请减一些再投。");
    }

    @Test
    void twoInTheSamePlaceAreSaidAndStayAsTyped() {
        var page = opened(paper(BallotKind.RANKED, 3));
        page.locator("[name=p1]").fill("1");
        page.locator("[name=p3]").fill("1");
        page.locator("#vote .btn-primary").click();
        assertThat(page.locator(".alert-warning[role=alert]")).containsText("同一个名次");
        assertThat(page.locator("[name=p3]")).hasValue("1");
        page.locator("[name=p3]").fill("2");
        page.locator("#vote .btn-primary").click();
        assertThat(page.locator(".alert-success")).isVisible();
    }

    @Test
    void onASlowLineOneBallotArrivesHoweverLongItTakes() {
        var page = opened(paper(BallotKind.SEVERAL, 3));
        page.route("**/ballot", route -> {
            page.waitForTimeout(3_000);
            route.resume();
        });
        page.locator("[name=choice][value='2']").check();
        assertThat(page.locator("#vote-left")).hasText("还可以选 2 个。");
        page.locator("#vote .btn-primary").click();
        page.locator("#vote .btn-primary").click();
        assertThat(page.locator(".alert-success")).isVisible();
        org.assertj.core.api.Assertions.assertThat(result(database.sql("select count(*) n from polls.ballots")
                        .map(row -> Columns.number(row, "n"))
                        .one()))
                .isEqualTo(1);
    }

    private Page opened(String path) {
        var page = BROWSER.phone().newPage();
        page.navigate(address(path));
        return page;
    }

    private String paper(BallotKind kind, int most) {
        var choices =
                List.of(new Choice(1, "门口装个长椅", 3_000), new Choice(2, "楼道装感应灯", 8_000), new Choice(3, "车棚加雨棚", 6_000));
        var poll = result(open.open(
                UUID.randomUUID(),
                new OpenPoll.Question(
                        SignedInAs.LM,
                        "chen",
                        "院子里先办哪一件",
                        new Paper(kind, choices, most, null),
                        new Electorate(Voice.PERSON, "s1", "", false),
                        true,
                        Duration.ofHours(5)),
                List.of()));
        var ticket = result(tickets.of(poll, new Voter("resident:r17", "", "")));
        completed(effects.commit(List.of(ticket.effect())));
        return ticket.path();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
