package org.linli.polls.works;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody thinks of a project that is done, read out of their words: `评价2号项目 5分 天天用`.
///
/// @param score 1 to 5
/// @param used  whether they use it; `null` where they did not say
public record Appraisal(int proposal, int score, @Nullable Boolean used, String words) {

    private static final int LONGEST = 200;
    private static final Pattern SAID = Pattern.compile(
            "^\\s*(?:我)?(?:要|来)?(?:评价|评议|评|打分)(?:一下)?\\s*第?\\s*(\\d{1,4})\\s*(?:号|个)?\\s*(?:项目|提案)?[\\s:：,，]*(?:给|打)?\\s*([1-5一二三四五])\\s*(?:分|星|颗星)[\\s,，。.:：]*(.*)$",
            Pattern.DOTALL);
    private static final Pattern UNUSED = Pattern.compile("没用|没在用|不用|没人用|用不上|用不着|没怎么用|摆设");
    private static final Pattern USED = Pattern.compile("天天用|每天用|常用|经常用|在用|用过|用得上|用得着|会用|好用|^\\s*用的?\\s*$");

    static final String FIVE = "一二三四五";

    /// Empty where it says no project or no score.
    public static Optional<Appraisal> of(String said) {
        var found = SAID.matcher(said);
        return found.find() ? Optional.of(of(found)) : Optional.empty();
    }

    private static Appraisal of(Matcher found) {
        String words = found.group(3).strip();
        int chinese = FIVE.indexOf(found.group(2));
        return new Appraisal(
                Integer.parseInt(found.group(1)),
                chinese >= 0 ? chinese + 1 : Integer.parseInt(found.group(2)),
                used(words).orElse(null),
                words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    }

    /// Whether somebody says that they use it; empty where they say neither.
    public static Optional<Boolean> used(String words) {
        return UNUSED.matcher(words).find()
                ? Optional.of(false)
                : Optional.of(true).filter(_ -> USED.matcher(words).find());
    }

    /// The same, by somebody who was asked whether they use it.
    public Appraisal said(boolean uses) {
        return new Appraisal(proposal, score, uses, words);
    }

    @Override
    public String toString() {
        return "Appraisal[" + proposal + "]";
    }
}
