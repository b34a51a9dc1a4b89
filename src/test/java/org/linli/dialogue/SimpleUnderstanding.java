package org.linli.dialogue;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;

/// Understands by a few words, so that these tests are about talking and not about learning.
public final class SimpleUnderstanding implements Understand {

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("着火|煤气味|困在电梯|晕倒|不想活|走丢", "emergency");
        LABELS.put("转人工|找个人", "human");
        LABELS.put("电梯", "report.elevator");
        LABELS.put("停水|漏水|水管", "report.water");
        LABELS.put("灯|停电", "report.power");
        LABELS.put("吵|噪音", "report.noise");
        LABELS.put("垃圾", "report.sanitation");
        LABELS.put("老人没人管", "help.hardship");
        LABELS.put("上班|几点开门|办公", "ask.office");
        LABELS.put("补贴", "ask.policy");
        LABELS.put("理发预约", "book.service");
        LABELS.put("我住|我叫|登记", "account.bind");
        LABELS.put("别再发|退订", "account.unsubscribe");
        LABELS.put("催一下", "case.urge");
        LABELS.put("表扬", "praise");
        LABELS.put("你好|谢谢|在吗", "greet");
    }

    private static final Pattern BUILDING = Pattern.compile("([0-9]+|[一二三四五六七八九十])(?:号楼|栋|幢)");
    private static final Pattern UNIT = Pattern.compile("([0-9]+)单元");
    private static final Pattern ROOM = Pattern.compile("(\\d{3,4})室?(?!\\d)");
    private static final Pattern FLOOR = Pattern.compile("(\\d+)层");
    private static final Pattern PHONE = Pattern.compile("(1\\d{10})");
    private static final Pattern TIME = Pattern.compile("(明天)");

    @Override
    public Understanding understand(String text, boolean group, LocalDateTime now) {
        double sure = text.contains("好像") ? 0.3 : 0.9;
        var intent = LABELS.entrySet().stream()
                .filter(it -> Pattern.compile(it.getKey()).matcher(text).find())
                .findFirst()
                .map(it -> new Intent(it.getValue()))
                .orElse(Intent.CHATTER);
        return new Understanding(intent, sure, List.of(new Ranked(intent, sure)), entities(text));
    }

    private static Entities entities(String text) {
        var correction = Math.max(text.lastIndexOf("不对"), 0);
        String counts = text.substring(correction);
        String room = text.matches(".*\\d{11}.*") ? null : said(ROOM, counts);
        return new Entities(
                said(BUILDING, counts),
                said(UNIT, counts),
                room,
                said(FLOOR, counts),
                said(PHONE, text),
                said(TIME, text) == null ? null : now());
    }

    private static String now() {
        return "2026-06-11";
    }

    private static @Nullable String said(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }
}
