package io.keyarbor.ui.palette;

import io.keyarbor.ui.list.Entry;
import io.keyarbor.vault.CredentialId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What the palette looks through, worked out once for many keystrokes. Immutable. */
final class PaletteIndex {
  /** Of two that fit as well, the shorter name is more of what was typed. */
  private static final Comparator<Candidate> ORDER =
      Comparator.comparingInt((Candidate c) -> c.name().length())
          .thenComparing(Candidate::name)
          .thenComparing(c -> c.id().value());

  private static final Comparator<Candidate> USUAL =
      Comparator.comparing((Candidate c) -> !c.isFavourite()).thenComparing(c -> c.entry().place());

  /** Nothing. */
  static final PaletteIndex EMPTY = new PaletteIndex(List.of());

  private final List<Candidate> all;
  private final List<Candidate> usual;
  private final Map<CredentialId, Integer> places;

  private PaletteIndex(List<Candidate> candidates) {
    all = candidates.stream().sorted(ORDER).toList();
    usual = candidates.stream().sorted(USUAL).limit(PaletteModel.SHOWN).toList();
    places = HashMap.newHashMap(all.size());
    for (int i = 0; i < all.size(); i++) {
      places.put(all.get(i).id(), i);
    }
  }

  /** Of what the vault holds now; what did not change is kept. Any thread. */
  PaletteIndex with(Collection<Entry> entries) {
    List<Candidate> candidates = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      Integer place = places.get(entry.id());
      candidates.add(place == null ? Candidate.of(entry) : all.get(place).with(entry));
    }
    return new PaletteIndex(candidates);
  }

  int size() {
    return all.size();
  }

  Candidate at(int place) {
    return all.get(place);
  }

  OptionalInt place(CredentialId id) {
    Integer place = places.get(id);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** The first ones for who has typed nothing: favourites, then the rest, by name. */
  List<Candidate> usual() {
    return usual;
  }
}
