package org.linli.polls.rounds;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.linli.LinliTest;
import org.linli.browser.Browser;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.Effects;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.FindPolls;
import org.linli.polls.Tickets;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Marks;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.log.Level;
import org.linli.polls.owners.AskOwners;
import org.linli.polls.owners.Majority;
import org.linli.polls.owners.Parcel;
import org.linli.polls.owners.Parcels;
import org.linli.polls.wishes.Doors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;

/// Votes and rounds, on a phone and on an office screen, also when the line is lost while somebody votes.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.jobs.enabled=true"})
@Tag("long")
@Timeout(180)
class RoundsBrowserIT {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    HoldRound hold;

    @Autowired
    AdvanceRounds advance;

    @Autowired
    Propose propose;

    @Autowired
    TreatProposal treat;

    @Autowired
    Parcels parcels;

    @Autowired
    AskOwners ask;

    @Autowired
    FindRounds find;

    @Autowired
    FindPolls polls;

    @Autowired
    CastBallot cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Doors doors;

    @Autowired
    Communities communities;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void noRounds() {
        SignedInAs.givePasswords(passwords, encoder);
        completed(database.sql(
                        "truncate polls.polls, polls.rounds, polls.proposals, polls.supports, polls.objections cascade")
                .then());
    }

    @Test
    void aVoteSurvivesALostLineAndEverybodySeesHowItWent() {
        var round = voting();
        var poll = result(polls.one(round.community(), round.id()));
        var ticket = result(tickets.of(poll, new Voter("resident:r17", "", "")));
        completed(effects.commit(List.of(ticket.effect())));

        for (var visitor : List.of(BROWSER.desk(), BROWSER.phone())) {
            var page = visitor.newPage();
            look(page, ticket.path(), "ballot");
        }
        var visitor = BROWSER.phone();
        var page = visitor.newPage();
        page.navigate(address(ticket.path()));
        choose(page, "门口装个长椅");
        assertThat(page.locator("#vote-cost")).hasText("3,000");
        page.reload();
        assertThat(page.locator("#vote-draft")).isVisible();
        assertThat(page.locator("#vote-cost")).hasText("3,000");
        visitor.setOffline(true);
        page.locator("#vote .btn-primary").click();
        assertThat(page.locator("#vote-away")).isVisible();
        visitor.setOffline(false);
        assertThat(page.locator(".alert-success")).isVisible();
        page.navigate(address(ticket.path()));
        assertThat(page.locator("main")).containsText("算数的就是下面这张");
        assertThat(page.locator("#vote-cost")).hasText("3,000");
        page.locator("#vote .btn-primary").press("Enter");
        assertThat(page.locator(".alert-success")).isVisible();
        page.goBack();
        assertThat(page.locator("main")).containsText("记下了");
        assertThat(page.locator("#vote-cost")).hasText("3,000");

        for (int i = 1; i <= 6; i++) {
            result(cast.cast(
                    poll,
                    new Voter(
                            i == 1
                                    ? "resident:r18"
                                    : "resident:r0"
                                            + List.of(0, 0, 1, 2, 4, 5, 7).get(i),
                            "",
                            ""),
                    Marks.of(i < 5 ? List.of(1, 2) : List.of(2, 3)),
                    "send-" + i));
        }
        completed(database.sql("update polls.polls set opens_at = now() - interval '2 h', closes_at = now()")
                .then());
        var seen = BROWSER.phone().newPage();
        seen.navigate(address("/polls/lm/round/1"));
        for (int i = 0; i < 60 && seen.locator(".round-table").count() == 0; i++) {
            seen.waitForTimeout(500);
            seen.reload();
        }
        for (var each : List.of(BROWSER.desk(), BROWSER.phone())) {
            var shown = each.newPage();
            var refused = new ArrayList<String>();
            shown.onConsoleMessage(said -> {
                if (said.text().contains("Content Security Policy")) {
                    refused.add(said.text());
                }
            });
            look(shown, "/polls/lm/round/1", "round");
            assertThat(shown.locator(".round-table tbody tr")).hasCount(3);
            assertThat(shown.locator("[data-chart=bars][data-drawn] canvas")).isVisible();
            assertThat(shown.locator("[data-chart=budget][data-drawn] canvas")).isVisible();
            assertEquals(List.of(), refused, "styles and scripts that the page may not have");
            shown.locator("[data-chart=bars]").scrollIntoViewIfNeeded();
            Browser.screenshot(shown, "polls-charts-" + shown.viewportSize().width);
            look(shown, "/polls/lm/1", "poll");
            look(shown, "/polls/lm/1/log?code=K7PM-3QXA-9DTR-WC4H", "log");
        }
        var door = result(doors.open(round.community(), "resident:r17", Address.parse("webchat:lm:person:r17")));
        completed(effects.commit(List.of(door.effect())));
        for (var each : List.of(BROWSER.desk(), BROWSER.phone())) {
            look(each.newPage(), door.path(), "propose");
        }
        owners();
        for (var each : List.of(BROWSER.desk(), BROWSER.phone())) {
            var desk = signIn(each);
            look(desk, "/desk/owners", "desk-owners");
            look(desk, "/desk/polls/2/paper", "desk-paper");
            look(desk, "/polls/lm/2", "owners");
            look(desk, "/desk/rounds/1", "desk-round");
            look(desk, "/desk/rounds", "desk-rounds");
            look(desk, "/desk/polls", "desk-polls");
            look(desk, "/desk/laboratory", "desk-laboratory");
        }
        completed(database.sql("update polls.proposals set state = 'DONE', unit = '安和物业柳苑服务处'")
                .then());
        completed(database.sql("update polls.rounds set phase = 'PRIZES'").then());
        completed(database.sql("insert into polls.milestones (community_id, round, proposal, number, title, due_on) "
                        + "select 'lm', id, 1, 1, '进场施工', date '2026-01-01' from polls.rounds")
                .then());
        for (var each : List.of(BROWSER.desk(), BROWSER.phone())) {
            var desk = signIn(each);
            look(desk, "/desk/works", "desk-works-list");
            look(desk, "/desk/rounds/1/works", "desk-works");
            look(desk, "/desk/rounds/1/prizes", "desk-prizes");
        }
    }

    private void owners() {
        completed(parcels.put(
                SignedInAs.LM,
                List.of(
                        new Parcel("b3-2-301", 90_50, "room-b3-2-301", List.of("黄志强", "赵四")),
                        new Parcel("b3-2-501", 100_00, "number-A1", List.of("苏晴")))));
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        result(ask.ask(
                chen,
                new AskOwners.Matter(UUID.randomUUID(), "是否同意更换物业服务企业", "b3", Majority.MAJOR, Duration.ofDays(7))));
    }

    private Round voting() {
        var now = Instant.now();
        var dates = new Schedule(
                now.minus(Duration.ofHours(3)),
                now.minus(Duration.ofHours(2)),
                now.plus(Duration.ofSeconds(2)),
                now.plus(Duration.ofHours(1)),
                now.plus(Duration.ofHours(2)));
        var rules = new Rules(
                10_000, BallotKind.SEVERAL, 3, true, Rule.EQUAL_SHARES, Completion.ADD1U, "lot", Level.BALLOTS);
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        var round = result(hold.open(
                chen, new HoldRound.Declared(UUID.randomUUID(), "阳光里冬季微实事", "s1", rules, Voice.PERSON, 1, dates)));
        propose(round, "门口装个长椅，老人买菜回来可以歇脚", 3_000);
        propose(round, "楼道装感应灯，晚上看不清台阶", 4_000);
        propose(round, "给车棚加个雨棚", 6_000);
        for (int i = 0; i < 240; i++) {
            var it = result(find.one(round.community(), round.id()));
            if (it.phase() == Phase.VOTING) {
                return it;
            }
            result(Mono.delay(Duration.ofMillis(250)));
            result(advance.round());
        }
        throw new AssertionError("the vote does not begin");
    }

    private void propose(Round round, String words, long cost) {
        var wish = new Wish(
                round.community(),
                round.id(),
                words,
                "",
                "webchat:lm:person:r17",
                "resident:r17",
                UUID.randomUUID().toString());
        var prepared = result(propose.prepare(wish));
        completed(effects.commit(prepared.effects()));
        result(treat.review(SignedInAs.CHEN, round, prepared.it().number(), true, "", cost, "可以做"));
    }

    private static void choose(Page page, String name) {
        page.locator(".vote-line")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("input")
                .check();
    }

    private void look(Page page, String path, String name) {
        page.navigate(address(path));
        Browser.screenshot(page, "polls-" + name + "-" + page.viewportSize().width);
        Browser.assertFitsItsWidth(page);
        Browser.assertAccessible(page);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private Page signIn(BrowserContext visitor) {
        var page = visitor.newPage();
        page.navigate(address("/sign-in"));
        page.locator("[name=username]").fill("chen");
        page.locator("[name=password]").fill(SignedInAs.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        return page;
    }
}
