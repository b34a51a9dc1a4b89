package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.linli.platform.database.Columns;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.rounds.Conditions;
import org.linli.polls.rounds.HeldRounds;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Ballots on paper and mandates, entered by programs.
class PapersApiTest extends HeldRounds {

    private static final String PAPERS = "/api/v1/polls/1/papers";
    private static final String PROXIES = "/api/v1/polls/1/proxies";

    @Autowired
    ApiKeys keys;

    @Autowired
    Document document;

    private Program chen;
    private Program xu;

    @BeforeEach
    void aVoteAndTheKeysOfTwoPeople() {
        voting(new Conditions(Voice.PERSON, 1));
        chen = program("chen", EnumSet.allOf(Scope.class), null);
        xu = program("xu", EnumSet.allOf(Scope.class), null);
    }

    @Test
    void aPaperCountsOnceTheHandsOfTwoPeopleHaveReadTheSame() {
        String both = paper("resident:r17", "[1, 2]");
        var child = new Program(
                web,
                chen.post("/api/v1/keys", "{\"name\":\"子\",\"scopes\":[\"ballots-write\"]}")
                        .text("key"));

        assertThat(chen.post(PAPERS, both).text("entered")).isEqualTo("first");
        for (var same : List.of(chen, child, program("chen", EnumSet.of(Scope.BALLOTS_WRITE), null))) {
            assertThat(same.post(PAPERS, both).text("entered"))
                    .as("another key of the same hand")
                    .isEqualTo("first");
        }
        var page = staff("chen").post("/desk/polls/1/paper", Map.of("voter", "resident:r17", "marks", "1 2"));
        assertThat(page.expectBody(String.class).returnResult().getResponseBody())
                .as("the hand itself, on its page")
                .contains("请另一位同事");
        var other = xu.post(PAPERS, paper("resident:r17", "[2]"));
        assertThat(other.text("reason")).isEqualTo("paper-differs");
        assertThat(other.body().has("marks")).isFalse();
        assertThat(ballots()).isZero();

        assertThat(xu.post(PAPERS, both).text("entered")).isEqualTo("counted");

        assertThat(ballots()).isEqualTo(1);
        assertThat(chen.post(PAPERS, both).text("reason")).isEqualTo("paper-voted-before");
        assertThat(results(database.sql("select body t from api.calls where body is not null")
                        .map(row -> Columns.text(row, "t"))
                        .all()))
                .as("what is kept of calls")
                .noneMatch(it -> it.contains("r17"));
    }

    @Test
    void aPaperThatIsNoneIsRefusedWithItsField() {
        assertThat(chen.post(PAPERS, paper("resident:nobody", "[1]")).text("field"))
                .isEqualTo("voter");
        assertThat(chen.post(PAPERS, "{\"marks\":[1]}").text("field")).isEqualTo("voter");
        for (String wrong : List.of("[]", "[99]", "[1, 1]", "\"1\"", "[\"1\"]", "[{\"number\":1}]")) {
            assertThat(chen.post(PAPERS, paper("resident:r18", wrong)).text("field"))
                    .as(wrong)
                    .isEqualTo("marks");
        }
        assertThat(chen.post("/api/v1/polls/999999/papers", paper("resident:r18", "[1]"))
                        .status())
                .isEqualTo(404);
        due("vote_until");
        assertThat(chen.post(PAPERS, paper("resident:r18", "[1]")).text("reason"))
                .isEqualTo("paper-closed");
        completed(database.sql("update polls.polls set frozen = false").then());
        assertThat(chen.post(PAPERS, paper("resident:r18", "[1]")).status())
                .as("no register is settled")
                .isEqualTo(404);
    }

    @Test
    void aMandateIsSentToItsAgentAndNobodyHoldsMoreThanTwo() {
        assertThat(chen.post(PROXIES, proxy("resident:r01", "r01")).text("field"))
                .isEqualTo("agent");
        assertThat(chen.post(PROXIES, proxy("resident:nobody", "r17")).text("field"))
                .isEqualTo("voter");
        assertThat(chen.post(PROXIES, proxy("resident:r01", "r17")).text("proxy"))
                .isEqualTo("told");
        assertThat(told("poll-proxy")).contains("/vote/lm/1/");
        assertThat(chen.post(PROXIES, proxy("resident:r01", "r18")).text("reason"))
                .isEqualTo("proxy-too-many");
        assertThat(chen.post(PROXIES, proxy("resident:r18", "nobody")).text("reason"))
                .isEqualTo("proxy-unreached");
        assertThat(chen.get("/api/v1/polls/1/register").body().path("items").valueStream())
                .filteredOn(it -> it.path("proxy").asBoolean())
                .singleElement()
                .extracting(it -> it.path("voter").asString())
                .isEqualTo("resident:r01");
    }

    @Test
    void theRegisterIsReadPageByPageWithoutNames() {
        completed(database.sql("""
                        insert into polls.register (community_id, poll, voter, place, voted)
                        select community_id, id, 'resident:more-' || n, 'b9', false from polls.polls, generate_series(1, 250) n""").then());

        var first = chen.get("/api/v1/polls/1/register").body();
        var second = chen.get(
                        "/api/v1/polls/1/register?cursor=" + first.path("next").asString())
                .body();

        assertThat(first.path("items").size()).isEqualTo(200);
        assertThat(first.path("items").get(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(document.tree()
                        .at("/components/schemas/RegisterEntry/properties")
                        .propertyNames());
        assertThat(voters(second)).isNotEmpty().doesNotContainAnyElementsOf(voters(first));
        assertThat(voters(first).size() + voters(second).size())
                .isEqualTo((int) count("select count(*) n from polls.register"));
        assertThat(first.toString() + second).doesNotContain("赵桂兰");
        for (String cursor : List.of("abc", "YQ", "AAo")) {
            assertThat(chen.get("/api/v1/polls/1/register?cursor=" + cursor).type())
                    .as(cursor)
                    .isEqualTo("urn:linli:api:no-cursor");
        }
    }

    @Test
    void onlyAKeyForBallotsOfTheWholeCommunityEntersThem() {
        var asker = program("chen", EnumSet.of(Scope.POLLS_READ, Scope.POLLS_WRITE), null);
        var unit = program("chen", EnumSet.allOf(Scope.class), "property");
        for (var other : List.of(asker, unit)) {
            assertThat(other.get("/api/v1/polls/1/register").status()).isEqualTo(403);
            assertThat(other.post(PAPERS, paper("resident:r17", "[1]")).status())
                    .isEqualTo(403);
            assertThat(other.post(PROXIES, proxy("resident:r01", "r17")).status())
                    .isEqualTo(403);
        }
        assertThat(count("select count(*) n from polls.papers")).isZero();
    }

    private static List<String> voters(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(it -> it.path("voter").asString())
                .toList();
    }

    private static String paper(String voter, String marks) {
        return "{\"voter\":\"%s\",\"marks\":%s}".formatted(voter, marks);
    }

    private static String proxy(String voter, String agent) {
        return "{\"voter\":\"%s\",\"agent\":\"%s\"}".formatted(voter, agent);
    }

    private Program program(String maker, Set<Scope> scopes, @Nullable String unit) {
        var by = Objects.requireNonNull(
                result(communities.map(SignedInAs.LM)).staffMember(maker).orElse(null));
        return new Program(web, result(keys.make(by, new ApiKeys.Wanted("票箱", scopes, unit, null))));
    }
}
