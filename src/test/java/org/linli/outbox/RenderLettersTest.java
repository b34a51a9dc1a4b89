package org.linli.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.Shows;
import org.linli.channels.parrot.ParrotChannel;
import org.linli.platform.words.Folder;

class RenderLettersTest {

    @TempDir
    Path folder;

    private LetterTemplates templates = new LetterTemplates(new Folder("no/such/folder"));

    @BeforeEach
    void words() throws IOException {
        write("cases/opened", "您好，编号 [(${number})]。\n\n\n\n[# th:if=\"${unit}\"]由[(${unit})]处理。[/]\n▸ 查进度\n▸ 催一下\n");
        templates = new LetterTemplates(new Folder(folder.toString()));
    }

    @Test
    void factsFillTheWordsAndMarkedLinesAreChoices() {
        var message = render("cases/opened", Map.of("number", "LM-1", "unit", "物业"));

        assertThat(message.text()).isEqualTo("您好，编号 LM-1。\n\n由物业处理。");
        assertThat(message.choices()).containsExactly("查进度", "催一下");
        assertThat(message.key()).isEqualTo("k");
    }

    @Test
    void factsAreNeitherEscapedNorReadAsWordsOfTheTemplate() {
        assertThat(render("cases/opened", Map.of("number", "<b>&[(${unit})]", "unit", ""))
                        .text())
                .contains("<b>&[(${unit})]");
    }

    @Test
    void aMissingTemplateIsNamed() {
        assertThatThrownBy(() -> render("cases/gone", Map.of()))
                .isInstanceOf(LetterNotRendered.class)
                .hasMessageContaining("cases/gone.txt is missing");
    }

    @Test
    void changedWordsAreUsedFromThenOn() throws IOException {
        write("cases/opened", "新的 [(${number})]");
        templates.load();

        assertThat(render("cases/opened", Map.of("number", "1")).text()).isEqualTo("新的 1");
    }

    @Shows("words, examples or a workflow are broken by an edit")
    @Test
    void aBrokenFileLeavesTheOldWords() throws IOException {
        write("cases/opened", "line one\n[# th:if=\"${number}\"]never closed");
        templates.load();

        assertThat(render("cases/opened", Map.of("number", "LM-1")).text()).startsWith("您好");
    }

    @Test
    void aBrokenExpressionIsFoundWithItsLine() {
        assertThat(new LetterTemplate("x", "one\n[(${number +})]").fault())
                .hasValueSatisfying(it -> assertThat(it).startsWith("x.txt, line 2"));
        assertThat(new LetterTemplate("x", "one\n[# th:if=\"${a}\"]open").fault())
                .isPresent();
        assertThat(new LetterTemplate("x", "one [(${number})] two").fault()).isEmpty();
    }

    /// A start takes them as they are.
    @Test
    void thePackedWordsAreGood() {
        var packed = new Folder("templates/letters").readPacked(".txt");

        assertThat(packed).hasSizeGreaterThan(200);
        packed.forEach((file, words) ->
                assertThat(new LetterTemplate(file, words).fault()).as(file).isEmpty());
    }

    private org.linli.channels.Outbound render(String template, Map<String, String> facts) {
        return new RenderLetters(templates)
                .render(new Letter(ParrotChannel.COMMUNITY, "k", ParrotChannel.person("wang"), template, facts));
    }

    private void write(String name, String words) throws IOException {
        Path file = folder.resolve(name + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, words);
    }
}
