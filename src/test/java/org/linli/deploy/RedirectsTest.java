package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.linli.web.WithProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// What somebody types is in no address: addresses are kept by browsers, proxies and logs, and end somewhere.
class RedirectsTest extends WithProvider {

    private static final String TYPED = "李女士 13800138000 ";
    private static final int LONGEST = 300;

    /// They change what the others need: the community, who is there, the session.
    private static final List<String> SPARED = List.of(
            "/desk/admin/settings",
            "/desk/admin/communities",
            "/desk/admin/community",
            "/desk/admin/staff",
            "/desk/admin/second-factor",
            "/desk/second-factor",
            "/desk/first-password",
            "/desk/me");

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private SignedInAs chen;

    @BeforeEach
    void somebodyIsThere() {
        SignedInAs.givePasswords(passwords, encoder);
        chen = new SignedInAs("chen", web);
    }

    @Test
    void noFormLeadsToAnAddressWithWhatWasTyped() {
        var soft = new SoftAssertions();
        var forms = AnyRoute.all(mappings)
                .filter(it -> it.method().equals(HttpMethod.POST) && !it.isApi() && !it.isJson())
                .filter(it -> it.path().getPatternString().startsWith("/desk")
                        && !it.path().getPatternString().contains("{")
                        && SPARED.stream().noneMatch(it.path().getPatternString()::startsWith))
                .toList();
        assertThat(forms).hasSizeGreaterThan(20);
        for (AnyRoute form : forms) {
            for (String value : new String[] {TYPED.repeat(40), "x".repeat(4_000), "李女士"}) {
                var fields = form.fields().stream().collect(Collectors.toMap(it -> it, _ -> value));
                shortWithout(soft, form.toString(), value, chen.post(form.path().getPatternString(), fields));
            }
        }
        soft.assertAll();
    }

    @Test
    void wordsThatAreLookedForStayOutWhenTheFilterIsKept() {
        var soft = new SoftAssertions();
        var form = Map.of("name", "李女士的", "text", "李女士", "state", "all", "unit", "property");

        var answer = chen.post("/desk/filters", form);

        var location = shortWithout(soft, "filters", "李女士", answer);
        soft.assertThat(location).contains("state=all", "unit=property", "said=saved");
        soft.assertAll();
        chen.post("/desk/filters/forget", Map.of("name", "李女士的"));
    }

    @Test
    void theWordsOfANoticeBeginAMessageToManyWithoutAnAddress() {
        var answer = chen.post("/desk/many", Map.of("words", "停水：明天上午 <b>"));

        assertThat(answer.expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("停水：明天上午 &lt;b&gt;")
                .doesNotContain("??");
    }

    private static String shortWithout(
            SoftAssertions soft, String what, String value, WebTestClient.ResponseSpec answer) {
        var location = answer.returnResult(Void.class).getResponseHeaders().getFirst("Location");
        String said = location == null ? "" : URLDecoder.decode(location, StandardCharsets.UTF_8);
        soft.assertThat(said)
                .as("%s of %d", what, value.length())
                .hasSizeLessThan(LONGEST)
                .doesNotContain("李女士", "13800138000");
        return said;
    }
}
