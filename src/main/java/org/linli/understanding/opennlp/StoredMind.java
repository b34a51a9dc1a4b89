package org.linli.understanding.opennlp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A model as it lies on disk: what can be answered, the weights of OpenNLP's models and what was learnt from
/// strangers, with a sum over all. The weights lie there as they are used, so that a start need not work them out.
///
/// @param answers by opinion, in the order of the weights' columns
record StoredMind(Map<Opinion, List<String>> answers, Weights weights, Learnt learnt) {

    private static final long MARK = 0x4c494e4c4d494e44L;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @throws IOException where it is something else, cut off or damaged
    static StoredMind read(InputStream stored) throws IOException {
        var outer = new DataInputStream(stored);
        if (outer.readLong() != MARK || outer.readInt() != IntentModel.METHOD) {
            throw new IOException("no model, or one that was learnt in another way");
        }
        long sum = outer.readLong();
        byte[] content = Numbers.bytes(outer);
        if (sum != sum(content)) {
            throw new IOException("the model is damaged");
        }
        var parts = new DataInputStream(new ByteArrayInputStream(content));
        return new StoredMind(answers(parts), Weights.read(parts), learnt(Numbers.bytes(parts)));
    }

    void write(OutputStream stored) throws IOException {
        byte[] content = content();
        var outer = new DataOutputStream(stored);
        outer.writeLong(MARK);
        outer.writeInt(IntentModel.METHOD);
        outer.writeLong(sum(content));
        outer.writeInt(content.length);
        outer.write(content);
        outer.flush();
    }

    private byte[] content() throws IOException {
        var content = new ByteArrayOutputStream();
        var parts = new DataOutputStream(content);
        parts.writeInt(answers.size());
        for (var it : answers.entrySet()) {
            parts.writeUTF(it.getKey().name());
            parts.writeInt(it.getValue().size());
            for (String answer : it.getValue()) {
                parts.writeUTF(answer);
            }
        }
        weights.write(parts);
        byte[] conclusions = JSON.writeValueAsBytes(learnt);
        parts.writeInt(conclusions.length);
        parts.write(conclusions);
        return content.toByteArray();
    }

    private static Map<Opinion, List<String>> answers(DataInputStream parts) throws IOException {
        var answers = new EnumMap<Opinion, List<String>>(Opinion.class);
        for (int left = parts.readInt(); left > 0; left--) {
            var opinion = Opinion.valueOf(parts.readUTF());
            var words = new ArrayList<String>();
            for (int more = parts.readInt(); more > 0; more--) {
                words.add(parts.readUTF());
            }
            answers.put(opinion, List.copyOf(words));
        }
        return answers;
    }

    private static Learnt learnt(byte[] conclusions) throws IOException {
        try {
            return JSON.readValue(conclusions, Learnt.class);
        } catch (JacksonException malformed) {
            throw new IOException("what the model concludes cannot be read", malformed);
        }
    }

    private static long sum(byte[] content) {
        var sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }
}
