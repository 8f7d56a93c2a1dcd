/**
 * What Buildx 0.38 wrote to standard error with BuildKit 0.34 and --progress=rawjson: a build, the same again, and
 * one whose second step fails.
 */
export const buildkit = {
  built: String.raw`{"vertexes":[{"digest":"sha256:fa6e4343cec52bb06f567191e3d2b700c77fd0c5f1bf7e290e5443c547d498f6","name":"[internal] load build definition from Dockerfile"}]}
{"vertexes":[{"digest":"sha256:fa6e4343cec52bb06f567191e3d2b700c77fd0c5f1bf7e290e5443c547d498f6","name":"[internal] load build definition from Dockerfile","started":"2026-11-25T10:12:29.122527454Z","completed":"2026-11-25T10:12:29.122550899Z"}]}
{"vertexes":[{"digest":"sha256:fa6e4343cec52bb06f567191e3d2b700c77fd0c5f1bf7e290e5443c547d498f6","name":"[internal] load build definition from Dockerfile","started":"2026-11-25T10:12:29.122706573Z"}]}
{"statuses":[{"id":"transferring dockerfile:","vertex":"sha256:fa6e4343cec52bb06f567191e3d2b700c77fd0c5f1bf7e290e5443c547d498f6","name":"transferring","current":0,"timestamp":"2026-11-25T10:12:29.123326361Z","started":"2026-11-25T10:12:29.12332587Z"}]}
{"statuses":[{"id":"transferring dockerfile:","vertex":"sha256:fa6e4343cec52bb06f567191e3d2b700c77fd0c5f1bf7e290e5443c547d498f6","name":"transferring","current":30,"timestamp":"2026-11-25T10:12:29.124221718Z","started":"2026-11-25T10:12:29.12332587Z"}]}
{"statuses":[{"id":"transferring dockerfile:","vertex":"sha256:fa6e4343cec52bb06f567191e3d2b700c77fd0c5f1bf7e290e5443c547d498f6","name":"transferring","current":184,"timestamp":"2026-11-25T10:12:29.125553354Z","started":"2026-11-25T10:12:29.12332587Z","completed":"2026-11-25T10:12:29.125552984Z"}]}
{"vertexes":[{"digest":"sha256:fa6e4343cec52bb06f567191e3d2b700c77fd0c5f1bf7e290e5443c547d498f6","name":"[internal] load build definition from Dockerfile","started":"2026-11-25T10:12:29.122706573Z","completed":"2026-11-25T10:12:29.126644473Z"}]}
{"vertexes":[{"digest":"sha256:5c4a954974ff216167317b775bfcf80352a90821c22db167a76cdc4593e0aada","name":"[internal] load .dockerignore"}]}
{"vertexes":[{"digest":"sha256:5c4a954974ff216167317b775bfcf80352a90821c22db167a76cdc4593e0aada","name":"[internal] load .dockerignore","started":"2026-11-25T10:12:29.127769712Z","completed":"2026-11-25T10:12:29.12778128Z"}]}
{"vertexes":[{"digest":"sha256:5c4a954974ff216167317b775bfcf80352a90821c22db167a76cdc4593e0aada","name":"[internal] load .dockerignore","started":"2026-11-25T10:12:29.127843934Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:5c4a954974ff216167317b775bfcf80352a90821c22db167a76cdc4593e0aada","name":"transferring","current":0,"timestamp":"2026-11-25T10:12:29.128375525Z","started":"2026-11-25T10:12:29.128375235Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:5c4a954974ff216167317b775bfcf80352a90821c22db167a76cdc4593e0aada","name":"transferring","current":0,"timestamp":"2026-11-25T10:12:29.129045651Z","started":"2026-11-25T10:12:29.128375235Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:5c4a954974ff216167317b775bfcf80352a90821c22db167a76cdc4593e0aada","name":"transferring","current":2,"timestamp":"2026-11-25T10:12:29.129455834Z","started":"2026-11-25T10:12:29.128375235Z","completed":"2026-11-25T10:12:29.129455564Z"}]}
{"vertexes":[{"digest":"sha256:5c4a954974ff216167317b775bfcf80352a90821c22db167a76cdc4593e0aada","name":"[internal] load .dockerignore","started":"2026-11-25T10:12:29.127843934Z","completed":"2026-11-25T10:12:29.130373272Z"}]}
{"vertexes":[{"digest":"sha256:693bdd03489b89fbd676f85d40ca2ebc6caa780fc6e1039437673389dbb02363","inputs":["sha256:f4b5534bacf4f4c31a6d69d5a1e6e6823a74092f3dbdc0de1b17fe4b1d090256"],"name":"[stage-1 2/2] RUN echo last \u003e /last"},{"digest":"sha256:f4b5534bacf4f4c31a6d69d5a1e6e6823a74092f3dbdc0de1b17fe4b1d090256","inputs":["sha256:d42148ca3ab0a9a0daee4017f26e0f7e813f503eb810f9ec57ca073b1c9ed521"],"name":"[stage-1 1/2] RUN echo \"one recorded\"; echo two \u003e\u00262; echo \"::warning::hello\""},{"digest":"sha256:d42148ca3ab0a9a0daee4017f26e0f7e813f503eb810f9ec57ca073b1c9ed521","inputs":["sha256:2bca37e0f54e77f7c97654b96b310d7cd39bd449f35a41b37590a814874bac33"],"name":"[base 1/1] COPY busybox /bin/sh"},{"digest":"sha256:2bca37e0f54e77f7c97654b96b310d7cd39bd449f35a41b37590a814874bac33","name":"[internal] load build context"}]}
{"vertexes":[{"digest":"sha256:2bca37e0f54e77f7c97654b96b310d7cd39bd449f35a41b37590a814874bac33","name":"[internal] load build context","started":"2026-11-25T10:12:29.132275488Z","completed":"2026-11-25T10:12:29.132287406Z"},{"digest":"sha256:2bca37e0f54e77f7c97654b96b310d7cd39bd449f35a41b37590a814874bac33","name":"[internal] load build context","started":"2026-11-25T10:12:29.132422318Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:2bca37e0f54e77f7c97654b96b310d7cd39bd449f35a41b37590a814874bac33","name":"transferring","current":0,"timestamp":"2026-11-25T10:12:29.132856791Z","started":"2026-11-25T10:12:29.13285657Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:2bca37e0f54e77f7c97654b96b310d7cd39bd449f35a41b37590a814874bac33","name":"transferring","current":28,"timestamp":"2026-11-25T10:12:29.133514629Z","started":"2026-11-25T10:12:29.13285657Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:2bca37e0f54e77f7c97654b96b310d7cd39bd449f35a41b37590a814874bac33","name":"transferring","current":30,"timestamp":"2026-11-25T10:12:29.133882781Z","started":"2026-11-25T10:12:29.13285657Z","completed":"2026-11-25T10:12:29.133882641Z"}]}
{"vertexes":[{"digest":"sha256:2bca37e0f54e77f7c97654b96b310d7cd39bd449f35a41b37590a814874bac33","name":"[internal] load build context","started":"2026-11-25T10:12:29.132422318Z","completed":"2026-11-25T10:12:29.134799187Z"}]}
{"vertexes":[{"digest":"sha256:d42148ca3ab0a9a0daee4017f26e0f7e813f503eb810f9ec57ca073b1c9ed521","inputs":["sha256:2bca37e0f54e77f7c97654b96b310d7cd39bd449f35a41b37590a814874bac33"],"name":"[base 1/1] COPY busybox /bin/sh","started":"2026-11-25T10:12:29.135331877Z","completed":"2026-11-25T10:12:29.135343445Z","cached":true},{"digest":"sha256:f4b5534bacf4f4c31a6d69d5a1e6e6823a74092f3dbdc0de1b17fe4b1d090256","inputs":["sha256:d42148ca3ab0a9a0daee4017f26e0f7e813f503eb810f9ec57ca073b1c9ed521"],"name":"[stage-1 1/2] RUN echo \"one recorded\"; echo two \u003e\u00262; echo \"::warning::hello\"","started":"2026-11-25T10:12:29.135372588Z"}]}
{"logs":[{"vertex":"sha256:f4b5534bacf4f4c31a6d69d5a1e6e6823a74092f3dbdc0de1b17fe4b1d090256","stream":2,"data":"dHdvCg==","timestamp":"2026-11-25T10:12:29.185270595Z"}]}
{"logs":[{"vertex":"sha256:f4b5534bacf4f4c31a6d69d5a1e6e6823a74092f3dbdc0de1b17fe4b1d090256","stream":1,"data":"b25lIHJlY29yZGVkCjo6d2FybmluZzo6aGVsbG8K","timestamp":"2026-11-25T10:12:29.185538117Z"}]}
{"vertexes":[{"digest":"sha256:f4b5534bacf4f4c31a6d69d5a1e6e6823a74092f3dbdc0de1b17fe4b1d090256","inputs":["sha256:d42148ca3ab0a9a0daee4017f26e0f7e813f503eb810f9ec57ca073b1c9ed521"],"name":"[stage-1 1/2] RUN echo \"one recorded\"; echo two \u003e\u00262; echo \"::warning::hello\"","started":"2026-11-25T10:12:29.135372588Z","completed":"2026-11-25T10:12:29.195647553Z"}]}
{"vertexes":[{"digest":"sha256:693bdd03489b89fbd676f85d40ca2ebc6caa780fc6e1039437673389dbb02363","inputs":["sha256:f4b5534bacf4f4c31a6d69d5a1e6e6823a74092f3dbdc0de1b17fe4b1d090256"],"name":"[stage-1 2/2] RUN echo last \u003e /last","started":"2026-11-25T10:12:29.196524823Z"}]}
{"vertexes":[{"digest":"sha256:693bdd03489b89fbd676f85d40ca2ebc6caa780fc6e1039437673389dbb02363","inputs":["sha256:f4b5534bacf4f4c31a6d69d5a1e6e6823a74092f3dbdc0de1b17fe4b1d090256"],"name":"[stage-1 2/2] RUN echo last \u003e /last","started":"2026-11-25T10:12:29.196524823Z","completed":"2026-11-25T10:12:29.238289631Z"}]}
`,
  cached: String.raw`{"vertexes":[{"digest":"sha256:f1bfe87a4cfe21073c5163ffc1cf252e849fdfa39656291b08154989a5b81900","name":"[internal] load build definition from Dockerfile"}]}
{"vertexes":[{"digest":"sha256:f1bfe87a4cfe21073c5163ffc1cf252e849fdfa39656291b08154989a5b81900","name":"[internal] load build definition from Dockerfile","started":"2026-11-25T10:12:29.315551518Z","completed":"2026-11-25T10:12:29.31556646Z"},{"digest":"sha256:f1bfe87a4cfe21073c5163ffc1cf252e849fdfa39656291b08154989a5b81900","name":"[internal] load build definition from Dockerfile","started":"2026-11-25T10:12:29.315618068Z"}]}
{"statuses":[{"id":"transferring dockerfile:","vertex":"sha256:f1bfe87a4cfe21073c5163ffc1cf252e849fdfa39656291b08154989a5b81900","name":"transferring","current":0,"timestamp":"2026-11-25T10:12:29.31617193Z","started":"2026-11-25T10:12:29.316171519Z"}]}
{"statuses":[{"id":"transferring dockerfile:","vertex":"sha256:f1bfe87a4cfe21073c5163ffc1cf252e849fdfa39656291b08154989a5b81900","name":"transferring","current":30,"timestamp":"2026-11-25T10:12:29.316906295Z","started":"2026-11-25T10:12:29.316171519Z"}]}
{"statuses":[{"id":"transferring dockerfile:","vertex":"sha256:f1bfe87a4cfe21073c5163ffc1cf252e849fdfa39656291b08154989a5b81900","name":"transferring","current":184,"timestamp":"2026-11-25T10:12:29.318029048Z","started":"2026-11-25T10:12:29.316171519Z","completed":"2026-11-25T10:12:29.318028898Z"}]}
{"vertexes":[{"digest":"sha256:f1bfe87a4cfe21073c5163ffc1cf252e849fdfa39656291b08154989a5b81900","name":"[internal] load build definition from Dockerfile","started":"2026-11-25T10:12:29.315618068Z","completed":"2026-11-25T10:12:29.319106436Z"}]}
{"vertexes":[{"digest":"sha256:6da9249290dd41a019bc704e2fa4cd04b48c69000cc060b2eb1f5cc807f48884","name":"[internal] load .dockerignore"}]}
{"vertexes":[{"digest":"sha256:6da9249290dd41a019bc704e2fa4cd04b48c69000cc060b2eb1f5cc807f48884","name":"[internal] load .dockerignore","started":"2026-11-25T10:12:29.320606011Z","completed":"2026-11-25T10:12:29.320624308Z"}]}
{"vertexes":[{"digest":"sha256:6da9249290dd41a019bc704e2fa4cd04b48c69000cc060b2eb1f5cc807f48884","name":"[internal] load .dockerignore","started":"2026-11-25T10:12:29.320681594Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:6da9249290dd41a019bc704e2fa4cd04b48c69000cc060b2eb1f5cc807f48884","name":"transferring","current":0,"timestamp":"2026-11-25T10:12:29.321145578Z","started":"2026-11-25T10:12:29.321145357Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:6da9249290dd41a019bc704e2fa4cd04b48c69000cc060b2eb1f5cc807f48884","name":"transferring","current":0,"timestamp":"2026-11-25T10:12:29.321652218Z","started":"2026-11-25T10:12:29.321145357Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:6da9249290dd41a019bc704e2fa4cd04b48c69000cc060b2eb1f5cc807f48884","name":"transferring","current":2,"timestamp":"2026-11-25T10:12:29.321884958Z","started":"2026-11-25T10:12:29.321145357Z","completed":"2026-11-25T10:12:29.321884838Z"}]}
{"vertexes":[{"digest":"sha256:6da9249290dd41a019bc704e2fa4cd04b48c69000cc060b2eb1f5cc807f48884","name":"[internal] load .dockerignore","started":"2026-11-25T10:12:29.320681594Z","completed":"2026-11-25T10:12:29.322957889Z"}]}
{"vertexes":[{"digest":"sha256:b772190d90da5fd48c4a8a1cb8cef55ed872a001fb29a8f45b165f60d7090943","inputs":["sha256:2190ab5e627b0ed4d9050f2dd9950727477ddec72f45fa5ffda4cea2c7881c99"],"name":"[stage-1 2/2] RUN echo last \u003e /last"},{"digest":"sha256:2190ab5e627b0ed4d9050f2dd9950727477ddec72f45fa5ffda4cea2c7881c99","inputs":["sha256:2bc1128c07039e2af8be9a596893c5bdb27ac034c508da7dd2f8a70bdf4af576"],"name":"[stage-1 1/2] RUN echo \"one recorded\"; echo two \u003e\u00262; echo \"::warning::hello\""},{"digest":"sha256:2bc1128c07039e2af8be9a596893c5bdb27ac034c508da7dd2f8a70bdf4af576","inputs":["sha256:a76a4bf4f8e1d2a40ee51804be4e24f218a0514322538f759177221833d78ee4"],"name":"[base 1/1] COPY busybox /bin/sh"},{"digest":"sha256:a76a4bf4f8e1d2a40ee51804be4e24f218a0514322538f759177221833d78ee4","name":"[internal] load build context"},{"digest":"sha256:a76a4bf4f8e1d2a40ee51804be4e24f218a0514322538f759177221833d78ee4","name":"[internal] load build context","started":"2026-11-25T10:12:29.324911853Z","completed":"2026-11-25T10:12:29.324926074Z"}]}
{"vertexes":[{"digest":"sha256:a76a4bf4f8e1d2a40ee51804be4e24f218a0514322538f759177221833d78ee4","name":"[internal] load build context","started":"2026-11-25T10:12:29.325013475Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:a76a4bf4f8e1d2a40ee51804be4e24f218a0514322538f759177221833d78ee4","name":"transferring","current":0,"timestamp":"2026-11-25T10:12:29.325416981Z","started":"2026-11-25T10:12:29.3254161Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:a76a4bf4f8e1d2a40ee51804be4e24f218a0514322538f759177221833d78ee4","name":"transferring","current":28,"timestamp":"2026-11-25T10:12:29.325879539Z","started":"2026-11-25T10:12:29.3254161Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:a76a4bf4f8e1d2a40ee51804be4e24f218a0514322538f759177221833d78ee4","name":"transferring","current":30,"timestamp":"2026-11-25T10:12:29.326364714Z","started":"2026-11-25T10:12:29.3254161Z","completed":"2026-11-25T10:12:29.326364554Z"}]}
{"vertexes":[{"digest":"sha256:a76a4bf4f8e1d2a40ee51804be4e24f218a0514322538f759177221833d78ee4","name":"[internal] load build context","started":"2026-11-25T10:12:29.325013475Z","completed":"2026-11-25T10:12:29.327342663Z"}]}
{"vertexes":[{"digest":"sha256:2bc1128c07039e2af8be9a596893c5bdb27ac034c508da7dd2f8a70bdf4af576","inputs":["sha256:a76a4bf4f8e1d2a40ee51804be4e24f218a0514322538f759177221833d78ee4"],"name":"[base 1/1] COPY busybox /bin/sh","started":"2026-11-25T10:12:29.32817306Z","completed":"2026-11-25T10:12:29.32817306Z","cached":true},{"digest":"sha256:2190ab5e627b0ed4d9050f2dd9950727477ddec72f45fa5ffda4cea2c7881c99","inputs":["sha256:2bc1128c07039e2af8be9a596893c5bdb27ac034c508da7dd2f8a70bdf4af576"],"name":"[stage-1 1/2] RUN echo \"one recorded\"; echo two \u003e\u00262; echo \"::warning::hello\"","started":"2026-11-25T10:12:29.32817306Z","completed":"2026-11-25T10:12:29.32817306Z","cached":true},{"digest":"sha256:b772190d90da5fd48c4a8a1cb8cef55ed872a001fb29a8f45b165f60d7090943","inputs":["sha256:2190ab5e627b0ed4d9050f2dd9950727477ddec72f45fa5ffda4cea2c7881c99"],"name":"[stage-1 2/2] RUN echo last \u003e /last","started":"2026-11-25T10:12:29.32817306Z","completed":"2026-11-25T10:12:29.328192759Z","cached":true}]}
`,
  failed: String.raw`{"vertexes":[{"digest":"sha256:61ffcc198fc0942d2aeedb191a673c8ee1c28523a170896e2168e3554beb49b4","name":"[internal] load build definition from Dockerfile.bad"},{"digest":"sha256:61ffcc198fc0942d2aeedb191a673c8ee1c28523a170896e2168e3554beb49b4","name":"[internal] load build definition from Dockerfile.bad","started":"2026-11-25T09:55:56.375722751Z"}]}
{"vertexes":[{"digest":"sha256:61ffcc198fc0942d2aeedb191a673c8ee1c28523a170896e2168e3554beb49b4","name":"[internal] load build definition from Dockerfile.bad","started":"2026-11-25T09:55:56.375722751Z","completed":"2026-11-25T09:55:56.379226841Z"}]}
{"vertexes":[{"digest":"sha256:61ffcc198fc0942d2aeedb191a673c8ee1c28523a170896e2168e3554beb49b4","name":"[internal] load build definition from Dockerfile.bad","started":"2026-11-25T09:55:56.379407113Z"}]}
{"statuses":[{"id":"transferring dockerfile:","vertex":"sha256:61ffcc198fc0942d2aeedb191a673c8ee1c28523a170896e2168e3554beb49b4","name":"transferring","current":0,"timestamp":"2026-11-25T09:55:56.380197129Z","started":"2026-11-25T09:55:56.380196418Z"}]}
{"statuses":[{"id":"transferring dockerfile:","vertex":"sha256:61ffcc198fc0942d2aeedb191a673c8ee1c28523a170896e2168e3554beb49b4","name":"transferring","current":33,"timestamp":"2026-11-25T09:55:56.381864442Z","started":"2026-11-25T09:55:56.380196418Z"}]}
{"statuses":[{"id":"transferring dockerfile:","vertex":"sha256:61ffcc198fc0942d2aeedb191a673c8ee1c28523a170896e2168e3554beb49b4","name":"transferring","current":131,"timestamp":"2026-11-25T09:55:56.38339511Z","started":"2026-11-25T09:55:56.380196418Z","completed":"2026-11-25T09:55:56.383394529Z"}]}
{"vertexes":[{"digest":"sha256:61ffcc198fc0942d2aeedb191a673c8ee1c28523a170896e2168e3554beb49b4","name":"[internal] load build definition from Dockerfile.bad","started":"2026-11-25T09:55:56.379407113Z","completed":"2026-11-25T09:55:56.386631299Z"}]}
{"vertexes":[{"digest":"sha256:e16320abda3c6fc7c441902d76530a2c191088fc45bdab58d5d68adba1357f58","name":"[internal] load .dockerignore"}]}
{"vertexes":[{"digest":"sha256:e16320abda3c6fc7c441902d76530a2c191088fc45bdab58d5d68adba1357f58","name":"[internal] load .dockerignore","started":"2026-11-25T09:55:56.389240407Z","completed":"2026-11-25T09:55:56.389265875Z"},{"digest":"sha256:e16320abda3c6fc7c441902d76530a2c191088fc45bdab58d5d68adba1357f58","name":"[internal] load .dockerignore","started":"2026-11-25T09:55:56.389320627Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:e16320abda3c6fc7c441902d76530a2c191088fc45bdab58d5d68adba1357f58","name":"transferring","current":0,"timestamp":"2026-11-25T09:55:56.390350604Z","started":"2026-11-25T09:55:56.390350253Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:e16320abda3c6fc7c441902d76530a2c191088fc45bdab58d5d68adba1357f58","name":"transferring","current":0,"timestamp":"2026-11-25T09:55:56.391423725Z","started":"2026-11-25T09:55:56.390350253Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:e16320abda3c6fc7c441902d76530a2c191088fc45bdab58d5d68adba1357f58","name":"transferring","current":2,"timestamp":"2026-11-25T09:55:56.391861362Z","started":"2026-11-25T09:55:56.390350253Z","completed":"2026-11-25T09:55:56.391861222Z"}]}
{"vertexes":[{"digest":"sha256:e16320abda3c6fc7c441902d76530a2c191088fc45bdab58d5d68adba1357f58","name":"[internal] load .dockerignore","started":"2026-11-25T09:55:56.389320627Z","completed":"2026-11-25T09:55:56.402832696Z"}]}
{"vertexes":[{"digest":"sha256:bd0ca49de6dc2fbfb4b3209b599ee6b18321afd1322ffca6ce62920b069653e0","inputs":["sha256:b7f4b1145c44e68c9e8a081cc6f283a78aa17ee50fffd742524a25d557bc5e71"],"name":"[3/3] RUN echo never"},{"digest":"sha256:b7f4b1145c44e68c9e8a081cc6f283a78aa17ee50fffd742524a25d557bc5e71","inputs":["sha256:605862ae2721d36a7928dec2ddc0882f9b5a115c580cc2859ba95993b44371cf"],"name":"[2/3] RUN echo before; echo \"oops\" \u003e\u00262; exit 3"},{"digest":"sha256:605862ae2721d36a7928dec2ddc0882f9b5a115c580cc2859ba95993b44371cf","inputs":["sha256:3da26abcdee5e0f70a93f9f902d2d6e122f43b9d3bdd4a6bbe3d47131a7952c5"],"name":"[1/3] COPY busybox /bin/sh"},{"digest":"sha256:3da26abcdee5e0f70a93f9f902d2d6e122f43b9d3bdd4a6bbe3d47131a7952c5","name":"[internal] load build context"}]}
{"vertexes":[{"digest":"sha256:3da26abcdee5e0f70a93f9f902d2d6e122f43b9d3bdd4a6bbe3d47131a7952c5","name":"[internal] load build context","started":"2026-11-25T09:55:56.412713743Z","completed":"2026-11-25T09:55:56.412753483Z"},{"digest":"sha256:3da26abcdee5e0f70a93f9f902d2d6e122f43b9d3bdd4a6bbe3d47131a7952c5","name":"[internal] load build context","started":"2026-11-25T09:55:56.412926973Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:3da26abcdee5e0f70a93f9f902d2d6e122f43b9d3bdd4a6bbe3d47131a7952c5","name":"transferring","current":0,"timestamp":"2026-11-25T09:55:56.414185132Z","started":"2026-11-25T09:55:56.414184621Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:3da26abcdee5e0f70a93f9f902d2d6e122f43b9d3bdd4a6bbe3d47131a7952c5","name":"transferring","current":28,"timestamp":"2026-11-25T09:55:56.415784283Z","started":"2026-11-25T09:55:56.414184621Z"}]}
{"statuses":[{"id":"transferring context:","vertex":"sha256:3da26abcdee5e0f70a93f9f902d2d6e122f43b9d3bdd4a6bbe3d47131a7952c5","name":"transferring","current":30,"timestamp":"2026-11-25T09:55:56.416469753Z","started":"2026-11-25T09:55:56.414184621Z","completed":"2026-11-25T09:55:56.416468762Z"}]}
{"vertexes":[{"digest":"sha256:3da26abcdee5e0f70a93f9f902d2d6e122f43b9d3bdd4a6bbe3d47131a7952c5","name":"[internal] load build context","started":"2026-11-25T09:55:56.412926973Z","completed":"2026-11-25T09:55:56.426399633Z"}]}
{"vertexes":[{"digest":"sha256:605862ae2721d36a7928dec2ddc0882f9b5a115c580cc2859ba95993b44371cf","inputs":["sha256:3da26abcdee5e0f70a93f9f902d2d6e122f43b9d3bdd4a6bbe3d47131a7952c5"],"name":"[1/3] COPY busybox /bin/sh","started":"2026-11-25T09:55:56.428096652Z","completed":"2026-11-25T09:55:56.428118745Z","cached":true},{"digest":"sha256:b7f4b1145c44e68c9e8a081cc6f283a78aa17ee50fffd742524a25d557bc5e71","inputs":["sha256:605862ae2721d36a7928dec2ddc0882f9b5a115c580cc2859ba95993b44371cf"],"name":"[2/3] RUN echo before; echo \"oops\" \u003e\u00262; exit 3","started":"2026-11-25T09:55:56.428167538Z"}]}
{"logs":[{"vertex":"sha256:b7f4b1145c44e68c9e8a081cc6f283a78aa17ee50fffd742524a25d557bc5e71","stream":1,"data":"YmVmb3JlCg==","timestamp":"2026-11-25T09:55:56.512903722Z"}]}
{"logs":[{"vertex":"sha256:b7f4b1145c44e68c9e8a081cc6f283a78aa17ee50fffd742524a25d557bc5e71","stream":2,"data":"b29wcwo=","timestamp":"2026-11-25T09:55:56.51341538Z"}]}
{"vertexes":[{"digest":"sha256:b7f4b1145c44e68c9e8a081cc6f283a78aa17ee50fffd742524a25d557bc5e71","inputs":["sha256:605862ae2721d36a7928dec2ddc0882f9b5a115c580cc2859ba95993b44371cf"],"name":"[2/3] RUN echo before; echo \"oops\" \u003e\u00262; exit 3","started":"2026-11-25T09:55:56.428167538Z","completed":"2026-11-25T09:55:56.528198568Z","error":"process \"/bin/sh -c echo before; echo \\\"oops\\\" \u003e\u00262; exit 3\" did not complete successfully: exit code: 3"}]}
Dockerfile.bad:3
--------------------
   1 |     FROM scratch
   2 |     COPY busybox /bin/sh
   3 | >>> RUN echo before; echo "oops" >&2; exit 3
   4 |     RUN echo never
   5 |     
--------------------
ERROR: failed to build: failed to solve: process "/bin/sh -c echo before; echo \"oops\" >&2; exit 3" did not complete successfully: exit code: 3
`,
  /** Of `docker build` without Buildx, engine 20.10. */
  plain: `#1 [internal] load build definition from Dockerfile
#1 sha256:bde9e61e719d05f1ba6e4dbef4f9fe13ada0ae48c34a014e7cbb504fd68d160d
#1 transferring dockerfile: 152B done
#1 DONE 0.0s

#2 [internal] load .dockerignore
#2 sha256:a0be574ee6198636f323f68564d6482942c56383957252e5a05ada340976b208
#2 transferring context: 2B done
#2 DONE 0.0s

#3 [internal] load build context
#3 sha256:21aba48a5e4a2e71bd92110da0fca0a5cac699f17d5eb419d019bdf312a0a229
#3 transferring context: 1.98MB 0.0s done
#3 DONE 0.1s

#4 [1/4] COPY bb /bin/sh
#4 sha256:b5f16bbb23610429decf655d8a210629551d7f53084fc96dae5a65e8fa4ab5ed
#4 CACHED

#5 [2/4] COPY bb /bin/busybox
#5 sha256:a371ae4848accc588b96fac172b875dfc15bfc4b847f2e83c63dd74e4a816e01
#5 CACHED

#6 [3/4] RUN echo why-it-failed >&2;   echo more; exit 7
#6 sha256:1d4d19e77b68459d7b081a8381db24ff7ab95fd83d6e23d077a71cdfc3a2e050
#6 0.196 more
#6 0.196 why-it-failed
#6 ERROR: executor failed running [/bin/sh -c echo why-it-failed >&2;   echo more; exit 7]: exit code: 7
------
 > [3/4] RUN echo why-it-failed >&2;   echo more; exit 7:
------
executor failed running [/bin/sh -c echo why-it-failed >&2;   echo more; exit 7]: exit code: 7
`,
} as const;
