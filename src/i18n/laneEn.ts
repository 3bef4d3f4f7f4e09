/** What a lane says: of its tools, its loss, its picture, its numbers, and of what goes wrong in it. */
export const laneEn = {
  health: {
    merged: (a: string, b: string, degrees: string) =>
      `Classes ${a} and ${b} have merged: their means are ${degrees} apart.`,
    mergedForGood: 'On a circle they cannot part again.',
    opposite: (share: string) =>
      `${share} of the samples lie opposite their own centre: a low loss there can be a wrong answer.`,
    lost: (now: string, best: string) => `Accuracy has fallen from ${best} to ${now}.`,
    held: (step: number, from: number) =>
      `The loss stopped being a number at step ${step}. This lane stands still with its network of step ${from}; the others go on. A smaller learning rate or scale often helps.`,
    wentBack: (step: number, from: number) =>
      `At step ${step} this lane went back to its network of step ${from}.`,
    goBack: (step: number) => `Go on from step ${step}`,
    goBackOf: (lane: string, step: number) => `${lane}: go on from step ${step}`,
  },
  laneTools: {
    left: (lane: string) => `Move ${lane} left`,
    right: (lane: string) => `Move ${lane} right`,
    reset: (lane: string) => `Reset ${lane} to its defaults`,
    enlarge: (lane: string) => `Enlarge ${lane}`,
    shrink: (lane: string) => `Back from ${lane} to all lanes`,
    remove: (lane: string) => `Remove ${lane}`,
  },
  lanes: 'Losses side by side',
  chooseLoss: (lane: string) => `${lane}: choose another loss`,
  options: 'Options',
  optionsOf: (lane: string) => `${lane} options`,
  optionOf: (lane: string, option: string) => `${lane} ${option}`,
  own: {
    formulaOf: (lane: string) => `${lane} formula`,
    examples: 'Examples',
    examplesOf: (lane: string) => `${lane} examples`,
    help: 'ψ(θ) in theta, radians. Other names become sliders. + − * / ^ ( ), cos, sin, tan, acos, exp, log, sqrt, abs, sign, floor, min, max, a < b ? c : d.',
    wrong: (place: number, what: string) => `Character ${place}: ${what}.`,
    stays: 'The last formula that could be read goes on.',
    problems: {
      wanted: {
        operand: 'a number, a name or “(”',
        operator: 'a sign such as + or *',
        ')': '“)”',
        ':': '“:”',
        ';': '“;”',
      },
      expected: (wanted: string, found: string) =>
        `${wanted} should stand here${found === '' ? ', but the formula ends' : `, not “${found}”`}`,
      unknownCharacter: (found: string) => `“${found}” means nothing here`,
      unknownFunction: (found: string) => `there is no function “${found}”`,
      argumentCount: (found: string, wanted: number) => `“${found}” takes ${wanted} arguments`,
      tooLong: 'the formula is too long',
      typedTooLong: (most: number) => `a formula has at most ${most} characters`,
      tooManyNames: (most: number, found: string) => `“${found}” is one name too many: ${most} sliders fit`,
      reservedName: (found: string) => `“${found}” cannot be the name of a slider`,
    },
  },
  margin: 'margin',
  scale: 'scale',
  parameter: (lane: string, role: string, symbol: string) => `${lane} ${role} ${symbol}`,
  noMargin: 'no margin',
  radius: 'length r',
  radiusOf: (lane: string) => `${lane} feature length r`,
  radiusAbout: 'Without normalisation the borders depend on the length of the feature: drawn for this r.',
  median: 'median ‖x‖',
  units: { rad: 'rad', cosine: '', factor: '×', '': '' },
  picture: (lane: string) => `${lane} circle, pick a sample with the arrow keys`,
  globe: (lane: string) =>
    `${lane} globe, turn it with the arrow keys, pick a sample with N and P, reset the view with Home`,
  resetView: 'Reset view',
  resetViewOf: (lane: string) => `Reset view of all globes (${lane})`,
  facing: (cls: string) => `class ${cls} in front`,
  capsShown: (degrees: string) => `satisfied caps reach ${degrees} from their centres on average`,
  rawPicture: (lane: string) => `${lane} raw features, pick a sample with the arrow keys`,
  pickedRaw: (sample: number, cls: string, length: string) => `sample ${sample}, class ${cls}, ‖x‖ ${length}`,
  noSamplesYet: 'no samples yet',
  samplesShown: (count: number, step: number) => `${count} training samples, step ${step}`,
  arcsShown: (degrees: string) => `satisfied arcs ${degrees} wide on average`,
  infeasibleShown: (count: number, classes: number) => `margin infeasible for ${count} of ${classes} classes`,
  pickedShown: (sample: number, cls: string, degrees: string) =>
    `sample ${sample}, class ${cls}, θ ${degrees}`,
  card: {
    title: 'Picked sample',
    of: (lane: string) => `${lane}: picked sample`,
    sample: (sample: number, cls: string) => `Sample ${sample}, class ${cls}`,
    about: (step: number) =>
      `Step ${step}. Every number is worked out from the printed ones before it, so it can be checked by hand; angles in radians.`,
    byHand: 'Drag it in any picture of a lane, or move it by Shift and the arrow keys.',
    picture: 'the sample as the network sees it',
    close: 'Let go',
    cls: 'class',
    logit: 'logit',
    logitAbout: 'scale · cos θ + bias; behind the arrow with the margin, for the own class only',
    withMargin: 'with the margin',
    probabilityAbout: 'softmax of the logits, with the margin',
    loss: 'loss = ln Σ e^logit − own logit',
    push: 'push −∂L/∂x',
  },
  readings: {
    accuracy: 'accuracy',
    loss: 'loss',
    intra: 'intra-class θ',
    nearest: 'nearest-centre θ',
    gap: 'class gap',
  },
  readingsShort: {
    accuracy: 'accuracy',
    loss: 'loss',
    intra: 'intra θ',
    nearest: 'nearest θ',
    gap: 'class gap',
  },
  reading: (lane: string, reading: string) => `${lane} ${reading}`,
  readingsAbout: {
    accuracy: 'Without the margin, on all training samples; on the test samples beside it.',
    loss: 'With the margin in force, mean over all training samples, in nats.',
    intra: 'Mean angle of a training sample to its own class mean.',
    nearest: 'Mean angle from a class mean to the nearest other one.',
    gap: 'Free angle between neighbouring classes, each cut at its 90 % quantile: mean, and smallest.',
  },
  test: (value: string) => `test ${value}`,
  least: (value: string) => `min ${value}`,
  allAtStep: (step: number) => `all at step ${step}`,
  infeasible: {
    title: 'Infeasible margin',
    largest: (symbol: string, even: string, now: string) =>
      `${symbol} can be at most ${even} for evenly spread centres, ${now} for the centres of now.`,
    plain: (psi: string, even: string, now: string) =>
      `a sample on its own centre has ψ(0) = ${psi}, less than cos δ = ${even} for evenly spread centres, or ${now} for those of now.`,
    none: (symbol: string) => `No ${symbol} is feasible with the other margins as they are.`,
  },
  scheduleNow: {
    blend: (lambda: string, share: string) => `λ = ${lambda} now: ${share} of the margin acts`,
    ramp: (share: string) => `warm-up: ${share} of the margin acts`,
  },
  findings: {
    notFinite: (at: string) => `ψ is not a number at θ = ${at}.`,
    rises: (from: string, to: string) =>
      `ψ rises from ${from} to ${to}: there the loss pushes samples away from their own centre.`,
    jumps: (at: string, left: string, right: string) => `ψ jumps at ${at}, from ${left} to ${right}.`,
    easier: (from: string, to: string) =>
      `ψ > cos θ from ${from} to ${to}: there the margin makes the task easier.`,
  },
  nowhere: (classes: string) => `Wins nowhere at this length: ${classes}.`,
};

export type LaneWords = typeof laneEn;
