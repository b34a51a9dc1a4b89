package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Every template, and every page of the desk as it is put together from several, is valid HTML as to what lies in
/// what.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class NestingTest {

    private static final Path PAGES = Path.of("templates/pages");
    private static final Path ROUTES = Path.of("deploy/security/routes.csv");

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    DatabaseClient database;

    @Test
    void everyTemplateNestsAsHtmlAllows() throws IOException {
        var soft = new SoftAssertions();
        try (var files = Files.walk(PAGES)) {
            for (Path page : files.filter(it -> it.toString().endsWith(".html")).toList()) {
                soft.assertThat(Nesting.faults(Files.readString(page, UTF_8)))
                        .as(page.toString())
                        .isEmpty();
            }
        }
        soft.assertAll();
    }

    @Test
    void everyPageOfTheDeskDoes() throws IOException {
        SignedInAs.givePasswords(passwords, encoder);
        var chen = new SignedInAs("chen", web);
        var soft = new SoftAssertions();
        for (String page : pages()) {
            var answer = chen.get(page).expectBody(String.class).returnResult();
            String html = answer.getResponseBody();
            if (html != null && html.startsWith("<!DOCTYPE html>")) {
                soft.assertThat(Nesting.faults(html)).as(page).isEmpty();
            }
        }
        soft.assertAll();
    }

    /// Those that are there without knowing an id, and those of what the demo has.
    private List<String> pages() throws IOException {
        Map<String, String> ids = ObjectsTest.ids(database);
        return Files.readAllLines(ROUTES).stream()
                .map(it -> it.split(","))
                .filter(it -> it.length > 1 && it[1].equals("GET"))
                .map(it -> it[0])
                .filter(it -> it.startsWith("/desk"))
                .map(it -> it.replace("/desk/cases/{number}", "/desk/cases/" + ids.get("case"))
                        .replace("/desk/buildings/{id}", "/desk/buildings/b3"))
                .filter(it -> !it.contains("{") && !it.contains("live"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2><form></form></h2>",
                "<p><span><div></div></span></p>",
                "<p><a href='/'><ul><li></li></ul></a></p>",
                "<form><div><form></form></div></form>",
                "<a href='/'><b><button>x</button></b></a>",
                "<ul><div></div></ul>",
                "<ul><th:block><p></p></th:block></ul>",
                "<div><li></li></div>",
                "<table><tbody><td></td></tbody></table>",
                "<div><p></div>",
                "<div><b></p></b></div>"
            })
    void whatBrowsersWouldPutTogetherOtherwiseIsFound(String html) {
        assertThat(Nesting.faults(html)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form><input><h2><button>x<br></button></h2></form>",
                "<p>1 < 2 <a href='/'><b>x</b></a></p>",
                "<ul><th:block><li><p>x</p></li></th:block></ul>",
                "<details><summary><h3>x</h3></summary><div></div></details>",
                "<dl><div><dt>x</dt><dd><p>y</p></dd></div></dl>",
                "<script>if (a < b) document.write('<p><div>')</script>"
            })
    void whatHtmlAllowsIsNot(String html) {
        assertThat(Nesting.faults(html)).isEmpty();
    }
}
