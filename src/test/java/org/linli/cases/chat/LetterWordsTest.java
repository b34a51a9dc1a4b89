package org.linli.cases.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class LetterWordsTest {

    private static final Path LETTERS = Path.of("templates/letters");
    private static final Map<String, Object> FACTS = facts();

    @ParameterizedTest
    @MethodSource("letters")
    void everyLetterCanBeFilledInAndLeavesNothingOpen(String name) throws IOException {
        String letter = rendered(Files.readString(LETTERS.resolve(name)));

        assertThat(letter.strip()).isNotEmpty().doesNotContain("${", "[(", "[#", "[/]", "null");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void residentsAreSpokenToPolitely(String name) throws IOException {
        if (!name.startsWith("case-unit")) {
            assertThat(Files.readString(LETTERS.resolve(name))).doesNotContain("你");
        }
    }

    @Test
    void everyTemplateThatTheCodeNamesIsThere() throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/org/linli/cases"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                Pattern.compile("\"(case-(?!progress\"|urge\"|add\"|withdraw\"|rate\")[a-z-]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(it -> named.add(it.group(1)));
            }
        }

        assertThat(named)
                .hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(LETTERS.resolve(it + ".txt")).exists());
    }

    private static Stream<String> letters() throws IOException {
        try (var files = Files.list(LETTERS)) {
            return files.map(it -> it.getFileName().toString()).filter(it -> it.startsWith("case-")).toList().stream();
        }
    }

    private static String rendered(String words) {
        var resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine.process(words, new Context(null, FACTS));
    }

    private static Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        for (String name : "number what where unit due state words who note exactly choices".split(" ")) {
            facts.put(name, name.toUpperCase(Locale.ROOT));
        }
        return facts;
    }
}
