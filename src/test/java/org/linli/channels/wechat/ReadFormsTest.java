package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.channels.Address;
import org.linli.channels.Outbound;
import org.linli.platform.words.Folder;

class ReadFormsTest {

    private static final String GOOD = """
            template:
              id: {demo: abcdefghijklmnopqrstuvwxyz}
              fields: {character_string1: "{number}", thing2: "{where|本社区}"}
              page: /my
            """;

    @Test
    void aFormIsFilledWithTheLettersFactsAndSaysSomethingWhereThereIsNone() {
        assertThat(form(GOOD).filled(Map.of("number", "LM-2026-000123", "where", "")))
                .contains(Map.of("character_string1", "LM-2026-000123", "thing2", "本社区"));
    }

    @Test
    void aLetterThatWouldLeaveAFieldEmptyDoesNotGoThisWay() {
        assertThat(form(GOOD).filled(Map.of("where", "3栋"))).isEmpty();
    }

    @Test
    void wordsThatAreTooLongForTheirKindAreCutBetweenCharacters() {
        var filling = new Filling("thing2", "{what}");
        assertThat(filling.with(Map.of("what", "灯".repeat(20)))).isEqualTo("灯".repeat(20));
        assertThat(filling.with(Map.of("what", "😀".repeat(21)))).isEqualTo("😀".repeat(19) + "…");
    }

    @Test
    void whatAFactSaysIsNeverReadAsAPlaceholder() {
        assertThat(new Filling("thing2", "{what}").with(Map.of("what", "{number} $1")))
                .isEqualTo("{number} $1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            template: {id: {demo: short}, fields: {a: b}} | f.yml: template.id.demo 'short' (expected: the platform's id of a template)
            template: {fields: {a: b}} | f.yml: template.id 'nothing' (expected: names with a value each)
            template: {id: {demo: abcdefghijklmnopqrstuvwxyz}} | f.yml: template.fields 'nothing' (expected: names with a value each)
            template: {id: {demo: abcdefghijklmnopqrstuvwxyz}, fields: {Thing1: b}} | f.yml: template.fields.Thing1 'Thing1' (expected: a field's name like thing2)
            template: {id: {demo: abcdefghijklmnopqrstuvwxyz}, fields: {a: "{b"}} | f.yml: template.fields.a '{b' (expected: words and facts like {number} or {where
            template: {id: {demo: abcdefghijklmnopqrstuvwxyz}, fields: {a: b}, page: "//evil.example"} | f.yml: template.page '//evil.example' (expected: a page of ours like /my, or {link})
            templates: {} | f.yml: top level 'templates' (expected: [once, subscription, template])
            """)
    void eachFaultSaysWhereItIsAndWhatWasExpected(String text, String fault) {
        assertThat(ReadForms.from("f.yml", text).faults()).anyMatch(it -> it.startsWith(fault));
    }

    @Test
    void aFaultKeepsTheProgramFromStartingButNotFromGoingOn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("case-accepted.yml"), GOOD);
        var forms = new Forms(new Folder(folder.toString()));
        Files.writeString(file, "template: 7");
        forms.reload();
        assertThat(forms.template(letter("case-accepted", ""))).isPresent();
        assertThatThrownBy(() -> new Forms(new Folder(folder.toString())))
                .hasMessageContaining("case-accepted.yml: template '7'");
        Files.delete(file);
        forms.reload();
        assertThat(forms.template(letter("case-accepted", ""))).isEmpty();
    }

    @Test
    void ourOwnFormsHaveNoFault() {
        assertThat(new Forms().template(letter("case-resolved", ""))).isPresent();
    }

    @Test
    void aKindOfLetterMayHaveAFormOfItsOwn(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("notice.yml"), GOOD);
        Files.writeString(folder.resolve("notice.outage.yml"), GOOD.replace("/my", "'{link}'"));
        var forms = new Forms(new Folder(folder.toString()));

        assertThat(forms.template(letter("notice", "outage")).orElseThrow().page())
                .isEqualTo(Form.LINK);
        assertThat(forms.template(letter("notice", "jobs")).orElseThrow().page())
                .isEqualTo("/my");
        assertThat(forms.template(letter("letter", "outage"))).isEmpty();
    }

    private static Outbound letter(String template, String kind) {
        var to = Address.person(WechatChannel.ID, "demo", "oResident1");
        return new Outbound("k", to, "", List.of(), template, Map.of(Outbound.KIND, kind));
    }

    private static Form form(String text) {
        return Objects.requireNonNull(ReadForms.from("f.yml", text).template());
    }
}
